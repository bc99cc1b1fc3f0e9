import type { PendingEvent } from '../../core/store/store.ts';
import { T0 } from './records.ts';

/** An undecided change of ticket `t<seq>`, found by a poll. */
export function pendingEvent(seq: number, fields: Partial<Pick<PendingEvent, 'entity' | 'id' | 'kind' | 'source'>> = {}): PendingEvent {
  const { entity = 'ticket', id = `t${seq}`, kind = 'changed', source = 'poll' } = fields;
  return {
    seq, entity, id, kind, source, version: T0 + seq, seenAt: T0, changes: [],
    row: {
      entity, id, number: null, title: id, status: null, priority: null, departmentName: null, consumerName: null,
      assigneeName: null, tags: [], unread: true, createdAt: T0, updatedAt: T0 + seq, dueAt: null,
    },
  };
}
