import { commitPage } from './cache/commit-page.ts';
import { quarantineCount } from './cache/quarantine.ts';
import { markRead, readBatches } from './cache/read-marks.ts';
import { readRecord } from './cache/read-record.ts';
import { readReconcile, unseen } from './cache/reconcile.ts';
import { reread } from './cache/reread.ts';
import { ring } from './cache/ring.ts';
import { follow, snooze } from './cache/snooze.ts';
import { readStream } from './cache/streams.ts';
import { wipe } from './cache/wipe.ts';
import type { Database } from './driver/port.ts';
import { ledgerPage } from './ledger/ledger-page.ts';
import { forgetOld } from './ledger/retention.ts';
import { claimToast, decide, settleToast, toastClicked, toastTarget, toastTimes, toastWithdrawn, unsettledToasts } from './ledger/toasts.ts';
import { lookup } from './search/lookup.ts';
import type { StoreCalls } from './sync-calls.ts';
import { agents, facets } from './views/facets.ts';
import { itemDetail } from './views/item-detail.ts';
import { nameBook } from './views/name-book.ts';
import { pendingEvents, recentEvents, standingToasts, toastEvents } from './views/pending-events.ts';
import { queueRows } from './views/queue-rows.ts';
import { counts, filterCounts, unreadOf } from './views/totals.ts';

/** Everything cache.db answers, in one place: which call is which function. */
export function storeCalls(db: Database): StoreCalls {
  const totals = filterCounts(db);
  const batches = readBatches(db);
  const changing = <T>(change: () => T): T => {
    totals.rowsChanged();
    return change();
  };
  const marking = <T>(mark: () => T): T => {
    totals.marksChanged();
    return mark();
  };
  return {
    commitPage: (commit) => {
      const outcome = commitPage(db, commit);
      // Most pages of a poll bring nothing new.
      if (outcome.created.length + outcome.changed.length + outcome.deleted.length > 0) totals.rowsChanged();
      return outcome;
    },
    stream: (entity) => readStream(db, entity),
    reconcile: (entity) => readReconcile(db, entity),
    unseen: (entity, walk, limit) => unseen(db, entity, walk, limit),
    reread: () => reread(db),
    record: (entity, id) => readRecord(db, entity, id),
    counts: () => counts(db),
    quarantineCount: () => quarantineCount(db),

    queuePage: ({ offset, limit, ...wish }) => ({ ...totals.of(wish), rows: queueRows(db, nameBook(db), wish, { offset, limit }) }),
    facets: (entity) => facets(db, entity),
    queueCounts: (wishes) => wishes.map((wish) => totals.of(wish)),
    agents: () => agents(db),
    itemDetail: (entity, id) => itemDetail(db, entity, id),
    markRead: (entity, ids, read) => marking(() => markRead(db, entity, ids, read)),
    markFilterRead: (wish) => marking(() => batches.mark(wish)),
    undoRead: (batch) => marking(() => batches.undo(batch)),
    unread: (viewer) => ({ ticket: unreadOf(db, 'ticket', viewer), task: unreadOf(db, 'task', viewer) }),
    follow: (entity, id, on) => changing(() => follow(db, entity, id, on)),
    snooze: (wish) => changing(() => snooze(db, wish)),
    ring: (wish) => {
      const rung = ring(db, wish);
      if (rung.woken.length > 0) totals.rowsChanged();
      return rung;
    },
    forget: (olderThanDays, now) => forgetOld(db, olderThanDays, now),
    lookup: (query, limit, me) => lookup(db, query, limit, me),

    pendingEvents: (limit) => pendingEvents(db, limit),
    claimToast: (claim, because) => marking(() => claimToast(db, claim, because)),
    settleToast: (id, answer) => settleToast(db, id, answer),
    decide: (verdicts) => marking(() => decide(db, verdicts)),
    unsettledToasts: () => unsettledToasts(db),
    toastEvents: (id) => toastEvents(db, id),
    toastTimes: (since) => toastTimes(db, since),
    toastTarget: (id) => toastTarget(db, id),
    toastClicked: (id, at) => toastClicked(db, id, at),
    standingToasts: (since) => standingToasts(db, since),
    toastWithdrawn: (id, at) => toastWithdrawn(db, id, at),
    recentEvents: (since, limit) => recentEvents(db, since, limit),
    ledgerPage: (wish) => ledgerPage(db, wish),

    wipe: () => changing(() => wipe(db)),
  };
}
