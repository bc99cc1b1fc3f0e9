import type { QueueEntity } from '../../../contract/entity.ts';
import type { TaskRecord, TicketRecord } from '../../../contract/models/records.ts';
import { canonicalJson } from './canonical-json.ts';

/** A value as the record has it; ids stay ids and become names when somebody reads them. */
export type RawValue = string | number | boolean | readonly string[] | null;

/** One changed field. `field` is a record field name or `customFields.<id>`. */
export interface RawChange {
  readonly field: string;
  readonly from: RawValue;
  readonly to: RawValue;
}

/** A record of a queue. */
export type ItemRecord = TicketRecord | TaskRecord;

/** Fields an agent is told about. An update time that moves alone is not news. */
const FIELDS: Readonly<Record<QueueEntity, readonly string[]>> = {
  ticket: ['status', 'subject', 'priority', 'departmentId', 'assigneeId', 'consumerId', 'tagIds', 'dueAt', 'description'],
  task: ['status', 'title', 'priority', 'departmentId', 'assigneeId', 'consumerId', 'tagIds', 'dueAt', 'description'],
};

/** Longest text kept of a changed value; a description may be long and the history needs its gist only. */
const TEXT_KEPT = 2000;

/** What changed between two states of a ticket or task, in a fixed order of fields. */
export function difference(entity: QueueEntity, before: ItemRecord, after: ItemRecord): RawChange[] {
  const changes = FIELDS[entity].flatMap((field) =>
    field === 'assigneeId' ? assigneeChange(before, after) : changeOf(field, valueOf(before, field), valueOf(after, field)),
  );
  return changes.concat(customFieldChanges(customFieldsOf(before), customFieldsOf(after)));
}

function changeOf(field: string, from: RawValue, to: RawValue): RawChange[] {
  return canonicalJson(from) === canonicalJson(to) ? [] : [{ field, from: clipped(from), to: clipped(to) }];
}

function valueOf(record: ItemRecord, field: string): RawValue {
  if (field === 'tagIds') return [...new Set(record.tagIds)].sort();
  return (record as unknown as Record<string, RawValue | undefined>)[field] ?? null;
}

/** No entity lists employees, so the name that came with the row is the only one there will ever be: it is what is kept. */
function assigneeChange(before: ItemRecord, after: ItemRecord): RawChange[] {
  return sameAssignee(before, after) ? [] : [{ field: 'assigneeId', from: assigneeOf(before), to: assigneeOf(after) }];
}

function assigneeOf({ assigneeName, assigneeId }: ItemRecord): string | null {
  return assigneeName ?? assigneeId;
}

/** Whether two states of an item name the same person, or both nobody; a row may say an id now and a name only later. */
export function sameAssignee(before: ItemRecord, after: ItemRecord): boolean {
  const comparable = before.assigneeId !== null && after.assigneeId !== null;
  return comparable ? before.assigneeId === after.assigneeId : assigneeOf(before) === assigneeOf(after);
}

function customFieldsOf(record: ItemRecord): TicketRecord['customFields'] {
  return 'customFields' in record ? record.customFields : {};
}

function customFieldChanges(before: TicketRecord['customFields'], after: TicketRecord['customFields']): RawChange[] {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return ids.flatMap((id) => changeOf(`customFields.${id}`, before[id] ?? null, after[id] ?? null));
}

function clipped(value: RawValue): RawValue {
  return typeof value === 'string' && value.length > TEXT_KEPT ? `${value.slice(0, TEXT_KEPT)}…` : value;
}
