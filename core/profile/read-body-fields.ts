import { UNSAFE_NAMES } from '../../contract/unsafe-names.ts';
import { isObject } from '../api/read-path.ts';
import { parseJson } from '../api/parse-json.ts';
import type { BodyField, SourceRequest } from './collection.ts';
import { LIST_LIMIT } from './limits.ts';
import { listOf, member, namedMembers, textOf } from './json.ts';
import { looksLikeToken } from './secrets.ts';
import { foldKey } from './text.ts';

const BODY_LIMIT = 64 * 1024;
const REFRESH_NAMES = new Set([
  'refreshtoken', 'refresh', 'tokenrefresh', 'renewtoken', 'renewaltoken', 'tokenderenovacao', 'tokenrenovacao', 'tokendeatualizacao', 'tokenatualizacao',
  'tokenderenovacion', 'tokenrenovacion', 'tokendeactualizacion', 'tokenactualizacion', 'tokenderefresco', 'refreshtokenid', 'rtoken',
]);
const GRANT_NAMES = new Set(['granttype', 'grant']);

/** Whether a name is one of a refresh token. */
export function namesRefreshToken(name: string): boolean {
  return REFRESH_NAMES.has(foldKey(name));
}

/** `{{refreshToken}}` and the like: the value says what the name may not. */
function refersToRefresh(value: string): boolean {
  const match = /^\{\{([^{}]{1,100})\}\}$/.exec(value.trim());
  return match !== null && namesRefreshToken(match[1] ?? '');
}

function field(name: string, value: string): BodyField[] {
  if (name === '' || name.length > 100 || UNSAFE_NAMES.has(name) || looksLikeToken(name)) return [];
  const grant = GRANT_NAMES.has(foldKey(name)) && /^refresh(?:token)?$/.test(foldKey(value)) ? value.slice(0, 40) : null;
  return [{ name, refreshToken: grant === null && (namesRefreshToken(name) || refersToRefresh(value)), grant }];
}

/** Variables stand unquoted in raw bodies; as text they can be read. */
function rawFields(raw: string): BodyField[] {
  if (raw.length > BODY_LIMIT) return [];
  try {
    const json = parseJson(raw.replace(/([:,[]\s{0,20})\{\{([^{}"]{1,100})\}\}/g, '$1"{{$2}}"'));
    return isObject(json) ? namedMembers(json).flatMap(([name, value]) => field(name, textOf(value))) : [];
  } catch {
    return [];
  }
}

/** Reads the names of a body's fields. */
export function readBodyFields(body: unknown): SourceRequest['body'] {
  const mode = textOf(member(body, 'mode'));
  if (mode === 'raw') return { json: true, fields: rawFields(textOf(member(body, 'raw'))) };
  if (mode !== 'urlencoded' && mode !== 'formdata') return { json: false, fields: [] };
  return { json: false, fields: listOf(member(body, mode), LIST_LIMIT).flatMap((entry) => field(textOf(member(entry, 'key')).trim(), textOf(member(entry, 'value')))) };
}
