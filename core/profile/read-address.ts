import { UNSAFE_NAMES } from '../../contract/unsafe-names.ts';
import { isObject } from '../api/read-path.ts';
import type { Parameter, Segment } from './collection.ts';
import { ADDRESS_LIMIT, LIST_LIMIT } from './limits.ts';
import { listOf, member, textOf } from './json.ts';
import { readSegments } from './read-segments.ts';
import { isSecretName, looksLikeToken } from './secrets.ts';
import { resolveVariables, type Scope } from './variables.ts';

/** An address as read: see SourceRequest for the fields. */
export interface Address {
  readonly origin: string | null;
  readonly unknownVariable: boolean;
  readonly segments: readonly Segment[];
  readonly parameters: readonly Parameter[];
}

function joined(value: unknown, by: string): string {
  if (typeof value === 'string') return value;
  return listOf(value, LIST_LIMIT).map((part) => textOf(part) || textOf(member(part, 'value'))).filter((part) => part !== '').join(by);
}

/** The address as one text, as it was typed. */
function rawAddress(url: unknown): string {
  if (typeof url === 'string') return url;
  const raw = member(url, 'raw');
  if (typeof raw === 'string' && raw !== '') return raw;
  const protocol = textOf(member(url, 'protocol'));
  const port = textOf(member(url, 'port'));
  const host = joined(member(url, 'host'), '.');
  return `${protocol === '' ? '' : `${protocol.replace(/:?\/*$/, '')}://`}${host}${port === '' ? '' : `:${port}`}/${joined(member(url, 'path'), '/')}`;
}

function originOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || url.username !== '' || url.password !== '') return null;
  return url.origin;
}

interface Place {
  readonly origin: string | null;
  readonly unknown: boolean;
  readonly path: string;
}

const SCHEME = /^[a-z][a-z0-9+.-]{0,20}:\/\//i;
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/** Splits an address at the end of its host; a variable at its start may hold a part of the path as well. */
function place(address: string, scope: Scope): Place {
  const scheme = SCHEME.exec(address)?.[0] ?? '';
  const rest = address.slice(scheme.length);
  const slash = rest.indexOf('/');
  const head = slash < 0 ? rest : rest.slice(0, slash);
  const tail = slash < 0 ? '' : rest.slice(slash);
  if (head === '') return { origin: null, unknown: false, path: tail };
  const { text, unknown } = resolveVariables(`${scheme}${head}`, scope);
  if (unknown.length > 0) return { origin: null, unknown: true, path: tail };
  const inner = SCHEME.exec(text)?.[0] ?? '';
  const host = text.slice(inner.length);
  const end = host.indexOf('/');
  const authority = end < 0 ? host : host.slice(0, end);
  const full = `${inner || (LOOPBACK.test(authority) ? 'http://' : 'https://')}${authority}`;
  return { origin: originOf(full), unknown: false, path: `${end < 0 ? '' : host.slice(end)}${tail}` };
}

function parameter(name: string, value: string, scope: Scope): Parameter[] {
  const key = resolveVariables(name, scope);
  if (key.text.trim() === '' || key.text.length > 100 || key.unknown.length > 0 || UNSAFE_NAMES.has(key.text) || looksLikeToken(key.text)) return [];
  const known = resolveVariables(value, scope);
  const hidden = known.unknown.length > 0 || isSecretName(key.text) || looksLikeToken(known.text) || known.text.length > 200;
  return [{ name: key.text.trim(), value: hidden ? null : known.text, also: [] }];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** Query parameters, switched-off ones too: documentation lists what is optional that way. */
function parametersOf(url: unknown, query: string, scope: Scope): Parameter[] {
  const listed = listOf(member(url, 'query'), LIST_LIMIT);
  if (listed.length > 0) return listed.flatMap((entry) => parameter(decoded(textOf(member(entry, 'key'))), decoded(textOf(member(entry, 'value'))), scope));
  return query.split('&').slice(0, LIST_LIMIT).flatMap((pair) => {
    const at = pair.indexOf('=');
    return parameter(decoded(at < 0 ? pair : pair.slice(0, at)), at < 0 ? '' : decoded(pair.slice(at + 1)), scope);
  });
}

/** Values the file gives for `:name` parts. */
function pathValues(url: unknown): Map<string, string> {
  const values = new Map<string, string>();
  for (const entry of listOf(member(url, 'variable'), LIST_LIMIT)) {
    const name = textOf(member(entry, 'key')) || textOf(member(entry, 'id'));
    if (name !== '' && !isSecretName(name)) values.set(name, textOf(member(entry, 'value')));
  }
  return values;
}

/** Reads the `url` of a request, text or object; null when there is none that can be used. */
export function readAddress(url: unknown, scope: Scope): Address | null {
  if (typeof url !== 'string' && !isObject(url)) return null;
  const raw = rawAddress(url).trim();
  if (raw === '' || raw === '/' || raw.length > ADDRESS_LIMIT) return null;
  const [withoutHash = ''] = raw.split('#', 1);
  const mark = withoutHash.indexOf('?');
  const at = place((mark < 0 ? withoutHash : withoutHash.slice(0, mark)).replaceAll('\\', '/'), scope);
  const segments = readSegments(at.path, { scope, values: pathValues(url) });
  if (segments === null) return null;
  return { origin: at.origin, unknownVariable: at.unknown, segments, parameters: parametersOf(url, mark < 0 ? '' : withoutHash.slice(mark + 1), scope) };
}
