import { parseJson } from '../api/parse-json.ts';
import type { Example } from './collection.ts';
import { EXAMPLE_BODY_LIMIT, EXAMPLE_LIMIT, LIST_LIMIT } from './limits.ts';
import { listOf, member } from './json.ts';
import { readHeaders } from './read-auth.ts';

function example(response: unknown): Example[] {
  const code = member(response, 'code');
  if (typeof code === 'number' && (code < 200 || code > 299)) return [];
  const body = member(response, 'body');
  if (typeof body !== 'string' || body.length > EXAMPLE_BODY_LIMIT) return [];
  const link = readHeaders(member(response, 'header')).find(({ name }) => name.toLowerCase() === 'link')?.value ?? '';
  try {
    return [{ json: parseJson(body), linksNext: /;\s{0,5}rel="?next\b/i.test(link) }];
  } catch {
    return [];
  }
}

/** Reads the saved answers of an item that succeeded and are JSON. */
export function readExamples(item: unknown): Example[] {
  return listOf(member(item, 'response'), LIST_LIMIT).flatMap(example).slice(0, EXAMPLE_LIMIT);
}
