import { agentKey } from '../../contract/models/filter.ts';
import type { TicketRecord } from '../../contract/models/records.ts';
import type { FieldChange } from '../../contract/models/views.ts';
import type { LedgerStore } from '../../core/notify/dispatcher.ts';
import type { PageCommit, PendingEvent, StandingToast, Store, ToastClaim, ToldBecause, Verdict } from '../../core/store/store.ts';

/** The part of the store's port that telling uses, and storing tickets, kept in memory. */
export type MemoryLedger = LedgerStore & Pick<Store, 'close'> & {
  commitPage(commit: Pick<PageCommit, 'source' | 'now'> & Partial<PageCommit>): Promise<void>;
};

type Stored = Omit<PendingEvent, 'row' | 'facts'>;
type Toast = ToastClaim & { readonly because: ToldBecause; answered: boolean; shown: boolean; clicked: boolean; withdrawn: boolean };

function changesOf(before: TicketRecord, after: TicketRecord): FieldChange[] {
  const pairs: [string, string | null, string | null][] = [['status', before.status, after.status], ['departmentId', before.departmentId, after.departmentId], ['assigneeId', before.assigneeId, after.assigneeId]];
  return pairs.filter(([, from, to]) => from !== to).map(([field, from, to]) => ({ field, label: null, from, to }));
}

function viewOf(record: TicketRecord): Pick<PendingEvent, 'row' | 'facts'> {
  const { id, number, status, priority, assigneeName, createdAt, updatedAt, dueAt, departmentId, assigneeId, tagIds, description } = record;
  return {
    row: { entity: 'ticket', id, number, title: record.subject, status, priority, departmentName: departmentId, consumerName: null, assigneeName, tags: [], unread: true, createdAt, updatedAt, dueAt, takenAt: null, followed: false, snoozedUntil: null, woke: null },
    facts: { departmentId, assignee: agentKey(assigneeId, assigneeName), tagIds, consumerTagIds: [], description, gone: record.deletedAt !== null },
  };
}

/** Makes an empty {@link MemoryLedger}. */
export function memoryLedger(): MemoryLedger {
  const items = new Map<string, TicketRecord>();
  const events: Stored[] = [];
  const decisions = new Map<number, string>();
  const toasts: Toast[] = [];
  const latest = (id: string): Toast | undefined => toasts.findLast((toast) => toast.id === id);
  const full = (event: Stored): PendingEvent => ({ ...event, ...viewOf(items.get(event.id) as TicketRecord) });
  const decideAll = (seqs: readonly number[], decision: string): void => seqs.forEach((seq) => decisions.has(seq) || decisions.set(seq, decision));

  return {
    async commitPage({ rows = [], source, now, baseline = false }) {
      for (const row of rows as readonly TicketRecord[]) {
        const before = items.get(row.id);
        if (before && before.version >= row.version) continue;
        items.set(row.id, row);
        const kind = row.deletedAt !== null ? 'deleted' : before ? 'changed' : 'new';
        if (!baseline) events.push({ seq: events.length + 1, entity: 'ticket', id: row.id, kind, version: row.version, seenAt: now, source, changes: before ? changesOf(before, row) : [] });
      }
    },
    pendingEvents: async (limit) => events.filter(({ seq }) => !decisions.has(seq)).slice(0, limit).map(full),
    toastTimes: async (since) => toasts.filter(({ kind, claimedAt }) => kind === 'item' && claimedAt >= since).map(({ claimedAt }) => claimedAt),
    decide: async (verdicts: readonly Verdict[]) => verdicts.forEach(({ seqs, decision }) => decideAll(seqs, decision)),
    async claimToast(claim, because) {
      const seqs = claim.seqs.filter((seq) => !decisions.has(seq));
      if (seqs.length === 0) return null;
      decideAll(seqs, claim.kind === 'item' ? 'toast' : 'summary');
      toasts.push({ ...claim, seqs, because, answered: false, shown: false, clicked: false, withdrawn: false });
      return { ...claim, seqs };
    },
    async settleToast(id, { shown }) {
      const toast = latest(id);
      if (toast) Object.assign(toast, { answered: true, shown });
    },
    unsettledToasts: async () => toasts.filter((toast) => !toast.answered && toast === latest(toast.id)).map(({ id, kind, claimedAt, seqs }) => ({ id, kind, claimedAt, seqs })),
    toastEvents: async (id) => events.filter(({ seq }) => latest(id)?.seqs.includes(seq)).map(full),
    async toastTarget(id) {
      const toast = latest(id);
      const last = events.find(({ seq }) => seq === toast?.seqs.at(-1));
      if (!toast || !last) return null;
      return toast.kind === 'summary' ? { kind: 'summary' } : { kind: 'item', entity: last.entity, id: last.id };
    },
    async toastClicked(id) {
      const toast = latest(id);
      if (toast) toast.clicked = true;
    },
    async standingToasts(since): Promise<StandingToast[]> {
      return toasts.filter((toast) => toast.kind === 'item' && toast.shown && !toast.clicked && !toast.withdrawn && toast.claimedAt >= since).flatMap((toast) => {
        const last = events.find(({ seq }) => seq === toast.seqs.at(-1));
        return last ? [{ id: toast.id, entity: last.entity, itemId: last.id, ...viewOf(items.get(last.id) as TicketRecord) }] : [];
      });
    },
    async toastWithdrawn(id) {
      const toast = latest(id);
      if (toast) toast.withdrawn = true;
    },
    close: async () => undefined,
  };
}
