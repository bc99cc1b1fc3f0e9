import { EngineError } from '../engine-error.ts';
import { isObject } from '../api/read-path.ts';
import type { AuthPlace, Collection, Parameter, SourceRequest } from './collection.ts';
import { FOLDER_DEPTH_LIMIT, LIST_LIMIT, NAME_LIMIT, REQUEST_LIMIT } from './limits.ts';
import { listOf, member, textOf } from './json.ts';
import { readAddress } from './read-address.ts';
import { listedAuth, readAuth, readHeaders } from './read-auth.ts';
import { readBodyFields } from './read-body-fields.ts';
import { readExamples } from './read-examples.ts';
import { refused } from './refused.ts';
import { shownText } from './text.ts';
import { openScope, type Scope } from './variables.ts';

/** What a place in the tree inherits. */
interface Surroundings {
  readonly folders: readonly string[];
  readonly scope: Scope;
  readonly auth: AuthPlace | 'none' | null;
}

/** Parameters that only the saved examples' own requests show. */
function exampleParameters(item: unknown, scope: Scope): Parameter[] {
  return listOf(member(item, 'response'), LIST_LIMIT).slice(0, 10).flatMap((response) => readAddress(member(member(response, 'originalRequest'), 'url'), scope)?.parameters ?? []);
}

/** Each parameter once, with the first value it has and what else it was seen with. */
function distinct(parameters: readonly Parameter[]): Parameter[] {
  const byName = new Map<string, Parameter>();
  for (const parameter of parameters) {
    const { name, value } = parameter;
    const held = byName.get(name);
    if (!held) byName.set(name, parameter);
    else if (value !== null && value !== held.value && held.also.length < 5 && !held.also.includes(value)) {
      byName.set(name, held.value === null || held.value === '' ? { ...held, value } : { ...held, also: [...held.also, value] });
    }
  }
  return [...byName.values()].slice(0, LIST_LIMIT);
}

function readRequest(item: unknown, index: number, around: Surroundings): SourceRequest | null {
  const request = member(item, 'request');
  const spec = typeof request === 'string' ? { url: request } : request;
  const scope = openScope(item, around.scope);
  const address = isObject(spec) ? readAddress(member(spec, 'url'), scope) : null;
  if (address === null) return null;
  const method = (textOf(member(spec, 'method')) || 'GET').trim().toUpperCase();
  if (!/^[A-Z]{1,10}$/.test(method)) return null;
  const own = readAuth(member(spec, 'auth'));
  const listed = listedAuth(readHeaders(member(spec, 'header')), address.parameters);
  return {
    ...address,
    index,
    folders: around.folders,
    name: shownText(textOf(member(item, 'name')), NAME_LIMIT),
    method,
    parameters: distinct([...address.parameters, ...exampleParameters(item, scope)]),
    auth: listed ?? (own === undefined ? around.auth : own),
    body: readBodyFields(member(spec, 'body')),
    examples: readExamples(item),
  };
}

/** The part of a file name or title that may be shown. */
function format(info: unknown): Collection['format'] {
  const schema = textOf(member(info, 'schema')).slice(0, 300);
  if (/\/collection\/v?1\b/.test(schema)) throw refused('oldFormat');
  if (schema !== '' && !/\bv?2\.[01]\b/.test(schema)) throw new EngineError('fileNotCollection');
  return /\bv?2\.0\b/.test(schema) ? 'postman-2.0' : 'postman-2.1';
}

/**
 * Reads a Postman collection v2.0 or v2.1 from parsed JSON. A broken item is left out and counted. Throws EngineError
 * `fileNotCollection`, or `fileRefused` when it holds more than the limits allow.
 */
export function readCollection(json: unknown): Collection {
  const info = member(json, 'info');
  const items = member(json, 'item');
  if (!isObject(info) || !Array.isArray(items)) throw new EngineError('fileNotCollection');
  const requests: SourceRequest[] = [];
  let skipped = 0;
  const walk = (list: readonly unknown[], around: Surroundings): void => {
    if (around.folders.length > FOLDER_DEPTH_LIMIT) throw refused('foldersTooDeep');
    for (const item of list) {
      const inner = member(item, 'item');
      if (Array.isArray(inner)) {
        const auth = readAuth(member(item, 'auth'));
        walk(inner, { folders: [...around.folders, shownText(textOf(member(item, 'name')), NAME_LIMIT)], scope: openScope(item, around.scope), auth: auth === undefined ? around.auth : auth });
        continue;
      }
      const request = readRequest(item, requests.length, around);
      if (request === null) skipped += 1;
      else requests.push(request);
      if (requests.length > REQUEST_LIMIT) throw refused('tooManyRequests');
    }
  };
  const kind = format(info);
  walk(items, { folders: [], scope: openScope(json, null), auth: readAuth(member(json, 'auth')) ?? null });
  return { format: kind, title: shownText(textOf(member(info, 'name')), NAME_LIMIT), requests, skipped };
}
