import type { Segment } from './collection.ts';
import { looksLikeToken } from './secrets.ts';
import { foldKey } from './text.ts';
import { resolveVariables, type Scope } from './variables.ts';

/** Characters a path segment may hold as they are (RFC 3986 §3.3). */
const PLAIN = /^[A-Za-z0-9._~!$&'()*+,;=:@%-]$/;

/** Most parts of a path that are read. */
const SEGMENT_LIMIT = 30;

/** What the parts of a path are read with: variables, and values of `:name` parts. */
export interface SegmentContext {
  readonly scope: Scope;
  readonly values: ReadonlyMap<string, string>;
}

function encoded(text: string): string {
  return [...text].map((char) => (PLAIN.test(char) ? char : /\p{Surrogate}/u.test(char) ? '' : encodeURIComponent(char))).join('');
}

/** A segment that leads up the tree: a request with one is not read. */
function climbs(text: string): boolean {
  return text.replace(/%2e/gi, '.') === '..';
}

function namesId(name: string): boolean {
  return /(?:id|uuid|guid|codigo|code|numero|number|hash)$/.test(foldKey(name));
}

function cleanName(name: string): string {
  return name.replace(/[^A-Za-z0-9_-]/g, '').slice(0, 60) || 'value';
}

function param(name: string, fill: string | null, after = ''): Segment {
  const safe = fill !== null && fill !== '' && fill.length <= 100 && !looksLikeToken(fill) && !fill.includes('{') && !fill.includes('/') && !climbs(fill) ? encoded(fill) : null;
  return { kind: 'param', name: cleanName(name), fill: safe, after: encoded(after) };
}

function fixed(text: string): Segment[] {
  if (text === '' || text === '.') return [];
  // A number or a token in a path is a sample value.
  return [/^\d+$/.test(text) || looksLikeToken(text) ? param('id', null) : { kind: 'text', text: encoded(text) }];
}

/** `{{name}}`, `{name}`, `<name>` or `:name`, with what follows it in the segment (`.json`). */
const WHOLE = /^(?:\{\{([^{}]+)\}\}|\{([^{}]+)\}|<([^<>]+)>|:([A-Za-z_][A-Za-z0-9_-]*))(\.[a-z]{1,8})?$/;

/** A part that is one variable: a known value becomes the path's own text, unless its name says that it is a row's id. */
function variablePart(name: string, after: string, scope: Scope): Segment[] {
  const { text, unknown } = resolveVariables(`{{${name}}}`, scope);
  if (unknown.length > 0) return [param(name, null, after)];
  return namesId(name) ? [param(name, text, after)] : text.split('/').flatMap(fixed);
}

function readOne(part: string, { scope, values }: SegmentContext): Segment[] {
  const [, variable, braced, angled, colon, after = ''] = WHOLE.exec(part) ?? [];
  if (variable !== undefined) return variablePart(variable.trim(), after, scope);
  const name = braced ?? angled ?? colon;
  if (name !== undefined) {
    const value = resolveVariables(values.get(name) ?? '', scope);
    return [param(name, value.unknown.length === 0 ? value.text : null, after)];
  }
  const { text, unknown } = resolveVariables(part, scope);
  return unknown.length > 0 ? [param(unknown[0] ?? 'value', null)] : text.split('/').flatMap(fixed);
}

/** Reads the parts of a path; null when it leads out of its place or has too many. */
export function readSegments(path: string, context: SegmentContext): Segment[] | null {
  const parts = path.split('/').filter((part) => part !== '');
  if (parts.length > SEGMENT_LIMIT || parts.some(climbs)) return null;
  const segments = parts.flatMap((part) => readOne(part, context));
  return segments.length > SEGMENT_LIMIT || segments.some((segment) => segment.kind === 'text' && climbs(segment.text)) ? null : segments;
}
