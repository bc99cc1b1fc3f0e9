import { commitPage } from './cache/commit-page.ts';
import { quarantineCount } from './cache/quarantine.ts';
import { markRead } from './cache/read-marks.ts';
import { readRecord } from './cache/read-record.ts';
import { readReconcile, unseen } from './cache/reconcile.ts';
import { reread } from './cache/reread.ts';
import { readStream } from './cache/streams.ts';
import { wipe } from './cache/wipe.ts';
import type { Database } from './driver/port.ts';
import { claimToast, decide, settleToast, toastClicked, toastTarget, toastTimes, unsettledToasts } from './ledger/toasts.ts';
import { lookup } from './search/lookup.ts';
import type { StoreCalls } from './sync-calls.ts';
import { itemDetail } from './views/item-detail.ts';
import { nameBook } from './views/name-book.ts';
import { pendingEvents, toastEvents } from './views/pending-events.ts';
import { queueRows } from './views/queue-rows.ts';
import { counts, queueTotals, unreadTotal } from './views/totals.ts';

/** Everything cache.db answers, in one place: which call is which function. */
export function storeCalls(db: Database): StoreCalls {
  const totals = queueTotals(db);
  const changing = <T>(change: () => T): T => {
    totals.forget();
    return change();
  };
  return {
    commitPage: (commit) => changing(() => commitPage(db, commit)),
    stream: (entity) => readStream(db, entity),
    reconcile: (entity) => readReconcile(db, entity),
    unseen: (entity, walk, limit) => unseen(db, entity, walk, limit),
    reread: () => reread(db),
    record: (entity, id) => readRecord(db, entity, id),
    counts: () => counts(db),
    quarantineCount: () => quarantineCount(db),

    queuePage: (slice) => {
      const unread = unreadTotal(db, slice.entity);
      const total = slice.filter === 'unread' ? unread : totals.of(slice.entity);
      return { total, unread, rows: queueRows(db, nameBook(db), slice) };
    },
    itemDetail: (entity, id) => itemDetail(db, entity, id),
    markRead: (entity, ids, read) => markRead(db, entity, ids, read),
    unread: () => ({ ticket: unreadTotal(db, 'ticket'), task: unreadTotal(db, 'task') }),
    lookup: (query, limit, me) => lookup(db, query, limit, me),

    pendingEvents: (limit) => pendingEvents(db, limit),
    claimToast: (claim) => claimToast(db, claim),
    settleToast: (id, answer) => settleToast(db, id, answer),
    decide: (seqs, decision) => decide(db, seqs, decision),
    unsettledToasts: () => unsettledToasts(db),
    toastEvents: (id) => toastEvents(db, id),
    toastTimes: (since) => toastTimes(db, since),
    toastTarget: (id) => toastTarget(db, id),
    toastClicked: (id, at) => toastClicked(db, id, at),

    wipe: () => changing(() => wipe(db)),
  };
}
