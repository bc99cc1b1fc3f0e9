import type { ItemFacts, PendingEvent } from '../../core/store/store.ts';
import { T0 } from './records.ts';

/** What may be said of an event beside its number. */
export type EventFields = Partial<Omit<PendingEvent, 'seq' | 'row' | 'facts'>> & { readonly row?: Partial<PendingEvent['row']>; readonly facts?: Partial<ItemFacts> };

/** An undecided change of ticket `t<seq>`, found by a poll. */
export function pendingEvent(seq: number, fields: EventFields = {}): PendingEvent {
  const { entity = 'ticket', id = `t${seq}`, kind = 'changed', source = 'poll' } = fields;
  return {
    version: T0 + seq, seenAt: T0, changes: [], ...fields, seq, entity, id, kind, source,
    row: {
      entity, id, number: null, title: id, status: null, priority: null, departmentName: null, consumerName: null,
      assigneeName: null, tags: [], unread: true, createdAt: T0, updatedAt: T0 + seq, dueAt: null, takenAt: null, followed: false, snoozedUntil: null, woke: null, ...fields.row,
    },
    facts: { departmentId: null, assignee: null, tagIds: [], consumerTagIds: [], description: '', gone: false, ...fields.facts },
  };
}
