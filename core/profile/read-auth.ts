import { isTokenHeader } from '../../contract/profile/header-name.ts';
import type { AuthPlace, Parameter } from './collection.ts';
import { LIST_LIMIT } from './limits.ts';
import { listOf, member, textOf } from './json.ts';
import { looksLikeToken } from './secrets.ts';
import { foldKey } from './text.ts';

/** A header as it is listed: v2.1 has a list of objects, v2.0 also one text. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/** Words that stand before a token; anything else before one may be a part of it. */
const SCHEMES = new Set(['bearer', 'token', 'apikey', 'apitoken', 'key', 'jwt', 'oauth', 'tokentoken']);
/** Headers and parameters that carry a token by their name. */
const TOKEN_HEADERS = new Set(['authorization', 'apikey', 'xapikey', 'xauthtoken', 'xaccesstoken', 'apitoken', 'xapitoken', 'xtoken', 'token', 'accesstoken', 'authtoken', 'authkey', 'xauthkey']);
const TOKEN_PARAMETERS = new Set(['apitoken', 'apikey', 'accesstoken', 'authtoken', 'token', 'accesskey', 'apisecret', 'chave', 'chaveapi']);

/** Reads headers in either spelling, switched-off ones left out. */
export function readHeaders(value: unknown): Header[] {
  if (typeof value === 'string') {
    return value.slice(0, 20_000).split('\n').slice(0, LIST_LIMIT).flatMap((line) => {
      const at = line.indexOf(':');
      return at > 0 ? [{ name: line.slice(0, at).trim(), value: line.slice(at + 1).trim() }] : [];
    });
  }
  return listOf(value, LIST_LIMIT).flatMap((entry) => (member(entry, 'disabled') === true ? [] : [{ name: textOf(member(entry, 'key')).trim(), value: textOf(member(entry, 'value')).trim() }]));
}

/** What stands before the token in a value, when that is a known word. */
function prefixOf(value: string): string {
  const open = value.indexOf('{{');
  const space = value.indexOf(' ');
  const before = open > 0 ? value.slice(0, open) : open < 0 && space > 0 ? value.slice(0, space + 1) : '';
  return before.length <= 40 && /^[\x20-\x7e]*$/.test(before) && SCHEMES.has(foldKey(before)) ? before : '';
}

function header(name: string, prefix: string): AuthPlace | null {
  return isTokenHeader(name) && !looksLikeToken(name) ? { in: 'header', header: name, prefix } : null;
}

function query(param: string): AuthPlace | null {
  return /^[\w.[\]-]{1,100}$/.test(param) && !looksLikeToken(param) ? { in: 'query', param } : null;
}

/** Attributes of a type: v2.0 has an object, v2.1 a list of `{key, value}`. */
function attributes(auth: unknown, type: string): (name: string) => string {
  const held = member(auth, type);
  if (!Array.isArray(held)) return (name) => textOf(member(held, name));
  return (name) => textOf(member(listOf(held, LIST_LIMIT).find((entry) => member(entry, 'key') === name), 'value'));
}

/** Reads an `auth` entry; undefined when it says nothing (what is around it applies), null when it is of a kind the app does not know. */
export function readAuth(auth: unknown): AuthPlace | 'none' | null | undefined {
  const type = textOf(member(auth, 'type'));
  if (type === '') return undefined;
  const attribute = attributes(auth, type);
  if (type === 'noauth') return 'none';
  if (type === 'bearer') return { in: 'header', header: 'Authorization', prefix: 'Bearer ' };
  if (type === 'apikey') {
    const name = attribute('key').trim();
    return attribute('in') === 'query' ? query(name) : header(name, prefixOf(attribute('value')));
  }
  if (type !== 'oauth2') return null;
  if (attribute('addTokenTo') === 'queryParams') return query('access_token');
  const prefix = attribute('headerPrefix').trim() || 'Bearer';
  return SCHEMES.has(foldKey(prefix)) && /^[\x20-\x7e]{1,39}$/.test(prefix) ? { in: 'header', header: 'Authorization', prefix: `${prefix} ` } : null;
}

/** Where a token goes by the listed headers or parameters alone; null when none of them says. */
export function listedAuth(headers: readonly Header[], parameters: readonly Parameter[]): AuthPlace | null {
  const carrier = headers.find(({ name, value }) => TOKEN_HEADERS.has(foldKey(name)) && !value.toLowerCase().startsWith('basic '));
  if (carrier) return header(carrier.name, prefixOf(carrier.value));
  const named = parameters.find(({ name }) => TOKEN_PARAMETERS.has(foldKey(name)));
  return named ? query(named.name) : null;
}
