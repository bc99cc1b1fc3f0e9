import type { Entity, QueueEntity } from '../../contract/entity.ts';
import { ALL_ROWS } from '../../contract/models/filter.ts';
import type { QueueFilter } from '../../contract/models/filter.ts';
import type { ConsumerRecord, CustomFieldRecord, DepartmentRecord, RecordOf, TagRecord, TaskRecord, TicketRecord } from '../../contract/models/records.ts';
import type { FilterWish, PageCommit, PageOutcome, Store, ToldBecause, Verdict, Viewer } from '../../core/store/store.ts';

/** A moment tests count from: 2026-01-05 12:00 UTC. */
export const T0 = Date.UTC(2026, 0, 5, 12);

const base = (id: string, version: number) => ({ id, version, createdAt: T0, updatedAt: version === 0 ? null : version, deletedAt: null, extra: {} });

/** A ticket with plain values; `version` is also its update time. */
export function ticket(id: string, fields: Partial<TicketRecord> = {}): TicketRecord {
  return {
    ...base(id, fields.version ?? T0),
    number: null, subject: `Subject of ${id}`, description: '', status: 'open', priority: null, channel: null, departmentId: null,
    consumerId: null, assigneeId: null, assigneeName: null, tagIds: [], customFields: {}, dueAt: null, ...fields,
  };
}

/** A task with plain values. */
export function task(id: string, fields: Partial<TaskRecord> = {}): TaskRecord {
  return {
    ...base(id, fields.version ?? T0),
    number: null, title: `Title of ${id}`, description: '', status: 'open', priority: null, ticketId: null, departmentId: null,
    consumerId: null, assigneeId: null, assigneeName: null, tagIds: [], dueAt: null, ...fields,
  };
}

/** A consumer with plain values. */
export function consumer(id: string, fields: Partial<ConsumerRecord> = {}): ConsumerRecord {
  return { ...base(id, fields.version ?? T0), name: `Consumer ${id}`, email: null, phone: null, document: null, tagIds: [], customFields: {}, ...fields };
}

/** A department with plain values. */
export function department(id: string, fields: Partial<DepartmentRecord> = {}): DepartmentRecord {
  return { ...base(id, fields.version ?? T0), name: `Department ${id}`, active: true, employeeUserIds: [], keyWords: [], ...fields };
}

/** A tag of tickets or of consumers. */
export function tag(id: string, fields: Partial<TagRecord> = {}): TagRecord {
  return { ...base(id, fields.version ?? T0), name: `Tag ${id}`, color: null, ...fields };
}

/** A custom field with plain values. */
export function customField(id: string, fields: Partial<CustomFieldRecord> = {}): CustomFieldRecord {
  return { ...base(id, fields.version ?? T0), name: `Field ${id}`, type: 'text', appliesTo: null, options: [], ...fields };
}

/** A page to commit: what a poll would bring, unless told otherwise. */
export function page<E extends Entity>(entity: E, rows: readonly RecordOf[E][], options: Partial<Omit<PageCommit, 'entity' | 'rows'>> = {}): PageCommit {
  return { entity, rows, quarantined: [], source: 'poll', baseline: false, now: T0 + 1000, ...options };
}

/** Stores rows as the first sync does: silently. */
export function baseline<E extends Entity>(store: Store, entity: E, rows: readonly RecordOf[E][]): Promise<PageOutcome> {
  return store.commitPage(page(entity, rows, { source: 'baseline', baseline: true }));
}

/** A viewer who has not said who they are. */
export const NOBODY: Viewer = { me: null, departmentIds: [] };

/** A claim that no rule explains. */
export const UNEXPLAINED: ToldBecause = { rules: new Map(), summary: null };

/** A filter as nobody in particular asks for it. */
export function wish(entity: QueueEntity, filter: Partial<QueueFilter> = {}, more: Partial<Omit<FilterWish, 'entity' | 'filter'>> = {}): FilterWish {
  return { entity, filter: { ...ALL_ROWS, ...filter }, viewer: NOBODY, now: T0, ...more };
}

/** One decision that no rule explains. */
export function verdict(seqs: readonly number[], decision: Verdict['decision']): Verdict[] {
  return [{ seqs, decision, rule: null }];
}
