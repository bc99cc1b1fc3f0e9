import type { FieldChange } from '../../../contract/models/views.ts';
import type { RawChange, RawValue } from '../cache/difference.ts';
import type { NameBook, ReferenceEntity } from './name-book.ts';

const CUSTOM = 'customFields.';
/** Fields whose value is the id of something with a name. */
const NAMED: Readonly<Record<string, ReferenceEntity>> = { departmentId: 'department', consumerId: 'consumer' };
const TIMES: ReadonlySet<string> = new Set(['dueAt']);

/**
 * A stored change as it is read: ids become today's names (an id nobody named stays an id, for "nothing" would be
 * wrong), tags one list, times ISO 8601 in UTC.
 */
export function fieldChange(change: RawChange, names: NameBook): FieldChange {
  const { field } = change;
  const label = field.startsWith(CUSTOM) ? names.name('customField', field.slice(CUSTOM.length)) : null;
  return { field, label, from: shown(field, change.from, names), to: shown(field, change.to, names) };
}

function shown(field: string, value: RawValue, names: NameBook): string | null {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') {
    return typeof value === 'number' && TIMES.has(field) ? isoTime(value) : valueText(value);
  }
  if (typeof value !== 'string') return tagNames(value, names);
  const entity = NAMED[field];
  return entity === undefined ? value : (names.name(entity, value) ?? value);
}

/** A custom field's value as text. */
export function valueText(value: string | number | boolean | null): string | null {
  return value === null ? null : String(value);
}

function tagNames(ids: readonly string[], names: NameBook): string | null {
  return ids.length === 0 ? null : ids.map((id) => names.name('ticketTag', id) ?? id).join(', ');
}

function isoTime(ms: number): string {
  const time = new Date(ms);
  return Number.isNaN(time.getTime()) ? String(ms) : time.toISOString();
}
