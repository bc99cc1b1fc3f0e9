import type { CustomFieldValues } from '../../../contract/models/records.ts';
import { isObject, readPath } from '../read-path.ts';

/** Longest text kept of one field, in UTF-16 units. */
const TEXT_LIMIT = 64 * 1024;
/** Names under which an object carries its own name, and its own id. */
const NAME_KEYS = ['name', 'label', 'title', 'value'];
const ID_KEYS = ['id', 'uuid'];
const LIST_LIMIT = 1000;
/** Longest id, as contract/entity.ts has it. */
const ID_LIMIT = 200;

/** Halves of characters: they cannot be stored as UTF-8 or put into a URL. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Cut to the limit, every half character replaced (cutting may make one). */
function bounded(text: string): string {
  return text.slice(0, TEXT_LIMIT).replace(LONE_SURROGATE, '\ufffd');
}

function textId(text: string): string | null {
  const id = text.trim();
  return id === '' || id.length > ID_LIMIT || id.search(LONE_SURROGATE) >= 0 ? null : id;
}

/** Text of a value: itself, or the name of an object such as `{id, name}`; null when there is none. */
export function readText(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : bounded(value.trim());
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value === 'boolean') return String(value);
  if (!isObject(value)) return null;
  for (const key of NAME_KEYS) {
    const inner = readPath(value, key);
    if (typeof inner === 'string' || typeof inner === 'number') return readText(inner);
  }
  return null;
}

/** An id: text or a number, or the id of an object; null when there is none. Ids stay text (they are opaque). */
export function readId(value: unknown): string | null {
  if (typeof value === 'string') return textId(value);
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : null;
  if (!isObject(value)) return null;
  for (const key of ID_KEYS) {
    const inner = readPath(value, key);
    if (typeof inner === 'string' || typeof inner === 'number') return readId(inner);
  }
  return null;
}

/** A list of ids, without repeats, in order. */
export function readIds(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return [...new Set(value.slice(0, LIST_LIMIT).map(readId).filter((id) => id !== null))];
}

/** A list of texts. */
export function readTexts(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, LIST_LIMIT).map(readText).filter((text) => text !== null);
}

/** A yes or no, also as 0/1 and text; `fallback` when it says nothing. */
export function readFlag(value: unknown, fallback: boolean): boolean {
  if (value === true || value === 1 || value === 'true' || value === '1') return true;
  if (value === false || value === 0 || value === 'false' || value === '0') return false;
  return fallback;
}

/** A CSS hex colour in lower case, or null. */
export function readColor(value: unknown): string | null {
  const match = typeof value === 'string' ? /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(value.trim()) : null;
  const digits = match?.[1]?.toLowerCase();
  if (digits === undefined) return null;
  return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`;
}

function fieldValue(value: unknown): string | number | boolean | null {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return readTexts(value).join(', ') || null;
  return readText(value);
}

/** Values of custom fields: an object by id, or a list of `{id, value}`. */
export function readCustomFields(value: unknown): CustomFieldValues {
  const pairs: [string, string | number | boolean | null][] = [];
  if (Array.isArray(value)) {
    for (const entry of value.slice(0, LIST_LIMIT) as unknown[]) {
      if (!isObject(entry)) continue;
      const id = readId(readPath(entry, 'custom_field_id') ?? readPath(entry, 'field_id') ?? readPath(entry, 'id'));
      if (id !== null) pairs.push([id, fieldValue(readPath(entry, 'value') ?? null)]);
    }
  } else if (isObject(value)) {
    for (const [id, inner] of Object.entries(value).slice(0, LIST_LIMIT)) pairs.push([id, fieldValue(inner)]);
  }
  return Object.fromEntries(pairs.filter(([id]) => id !== '__proto__'));
}
