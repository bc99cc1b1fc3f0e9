import type { PendingEvent } from '../../../core/store/store.ts';

/** A pending event of ticket 1042; single fields can be given. */
export function pendingEvent(change: Partial<Omit<PendingEvent, 'row'>> & { readonly row?: Partial<PendingEvent['row']> } = {}): PendingEvent {
  const entity = change.entity ?? 'ticket';
  const row = {
    entity, id: 'a', number: '1042', title: 'Cannot log in', status: 'Open', priority: null, departmentName: 'Billing', consumerName: 'Maria Souza', assigneeName: null,
    tags: [], unread: true, createdAt: null, updatedAt: null, dueAt: null, ...change.row,
  };
  return { seq: 1, id: 'a', kind: 'changed', version: 1, seenAt: 1, source: 'poll', changes: [], ...change, entity, row };
}
