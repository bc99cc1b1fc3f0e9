import fc from 'fast-check';
import { ENGLISH } from './english.ts';
import { JSON_API } from './json-api.ts';
import { PORTUGUESE } from './portuguese.ts';
import { SPANISH } from './spanish.ts';

/** A place in a JSON value: keys and indexes from the outside in. */
type Way = readonly (string | number)[];

function ways(value: unknown, at: Way = []): Way[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => ways(inner, [...at, Array.isArray(value) ? Number(key) : key]))];
}

function put(value: unknown, way: Way, change: (held: unknown) => unknown): unknown {
  const [head, ...rest] = way;
  if (head === undefined || typeof value !== 'object' || value === null) return change(value);
  if (Array.isArray(value)) return value.map((inner, at) => (at === head ? put(inner, rest, change) : inner));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key === head ? put(inner, rest, change) : inner]));
}

const NASTY = ['', '{{', '}}', '{{a}}', '{{baseUrl}}', ':', ':id', '..', '/../', '//evil.example', '@evil.example', '?', '#', '\\', '%2e%2e', '\u0000', '\ud800', '\u202e', '__proto__', 'constructor', 'https://', 'javascript:x', 'https://a.example:99999', 'x'.repeat(5000), '{{x}}'.repeat(500), '-'.repeat(3000), '1'.repeat(400)];

/** What may stand where a collection has something else. */
const wrong = fc.oneof(fc.constantFrom(...NASTY), fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.constant([]), fc.constant({}), fc.array(fc.constantFrom(...NASTY), { maxLength: 4 }), fc.dictionary(fc.constantFrom('__proto__', 'constructor', 'prototype', 'key', 'value', 'raw', 'item', 'type', 'id'), fc.constantFrom(...NASTY)), fc.jsonValue({ maxDepth: 3 }));

const originals = [ENGLISH, PORTUGUESE, SPANISH, JSON_API].map((value) => ({ value, ways: ways(value) }));

/** A valid collection of which some places hold something else; kept is its shape, mostly. */
export const mutatedCollection: fc.Arbitrary<unknown> = fc
  .tuple(fc.constantFrom(...originals), fc.array(fc.tuple(fc.nat(), fc.oneof(wrong.map((value) => () => value), fc.constant((held: unknown) => [held, held]), fc.constant((held: unknown) => ({ item: held })), fc.constantFrom(...NASTY).map((text) => (held: unknown) => (typeof held === 'string' ? `${held}${text}` : held)))), { minLength: 1, maxLength: 12 }))
  .map(([{ value, ways: places }, changes]) => changes.reduce((at, [place, change]) => put(at, places[place % places.length] ?? [], change), value));

/** Anything shaped a little like a collection. */
export const looseCollection: fc.Arbitrary<unknown> = fc.record({
  info: fc.oneof({ weight: 4, arbitrary: fc.constant({ name: 'x', schema: 'v2.1.0' }) }, wrong),
  item: fc.array(fc.oneof(fc.record({ name: fc.constantFrom('List tickets', 'Refresh token', 'Tarefas', 'x'), request: fc.oneof(fc.record({ method: fc.constantFrom('GET', 'POST', 'PUT'), url: fc.oneof(fc.webUrl(), wrong), header: wrong, auth: wrong, body: wrong }), wrong), response: fc.oneof(fc.array(fc.record({ body: fc.json(), code: fc.integer(), header: wrong })), wrong) }), wrong), { maxLength: 8 }),
  variable: wrong,
  auth: wrong,
});
