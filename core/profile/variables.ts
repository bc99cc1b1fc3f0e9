import { LIST_LIMIT, NAME_LIMIT } from './limits.ts';
import { listOf, member, textOf } from './json.ts';
import { isSecretName, looksLikeToken } from './secrets.ts';

/** Variables as seen from one place of the tree: its own first, then those around it. A secret one is known but has no value. */
export interface Scope {
  readonly own: ReadonlyMap<string, string | null>;
  readonly around: Scope | null;
}

/** Text with its variables put in; `unknown` names those that have no value here, left in the text as they were. */
export interface Resolved {
  readonly text: string;
  readonly unknown: readonly string[];
}

const VALUE_LIMIT = 2048;
const NESTING_LIMIT = 10;
const STEP_LIMIT = 100;

/** Reads the `variable` list of a collection, folder or item into a scope of its own. */
export function openScope(holder: unknown, around: Scope | null): Scope {
  const own = new Map<string, string | null>();
  for (const entry of [...listOf(member(holder, 'variable'), LIST_LIMIT), ...listOf(member(holder, 'variables'), LIST_LIMIT)]) {
    const name = (textOf(member(entry, 'key')) || textOf(member(entry, 'id'))).trim();
    if (name === '' || name.length > NAME_LIMIT || member(entry, 'disabled') === true) continue;
    const value = textOf(member(entry, 'value')).slice(0, VALUE_LIMIT);
    const secret = member(entry, 'type') === 'secret' || isSecretName(name) || looksLikeToken(value);
    own.set(name, secret || value === '' ? null : value);
  }
  return own.size === 0 && around ? around : { own, around };
}

function lookUp(scope: Scope, name: string): string | null {
  for (let at: Scope | null = scope; at; at = at.around) {
    const value = at.own.get(name);
    if (value !== undefined) return value;
  }
  return null;
}

/**
 * Puts variables (`{{name}}`) into a text, those inside their values too. Bounded: a variable within itself stays as it
 * is, as does whatever goes beyond the nesting, the steps or the length allowed.
 */
export function resolveVariables(text: string, scope: Scope): Resolved {
  const unknown: string[] = [];
  let steps = 0;
  let room = VALUE_LIMIT;
  const expand = (source: string, active: readonly string[]): string => {
    let result = '';
    let at = 0;
    while (at < source.length && room > 0) {
      const open = source.indexOf('{{', at);
      const close = open < 0 ? -1 : source.indexOf('}}', open + 2);
      const end = close < 0 ? source.length : open;
      const fixed = source.slice(at, end).slice(0, room);
      result += fixed;
      room -= fixed.length;
      if (close < 0) break;
      const name = source.slice(open + 2, close).trim();
      at = close + 2;
      const value = active.includes(name) || active.length >= NESTING_LIMIT || ++steps > STEP_LIMIT ? null : lookUp(scope, name);
      if (value !== null) result += expand(value, [...active, name]);
      else {
        const kept = source.slice(open, at).slice(0, room);
        unknown.push(name.slice(0, NAME_LIMIT));
        result += kept;
        room -= kept.length;
      }
    }
    return result;
  };
  return { text: expand(text.slice(0, VALUE_LIMIT), []), unknown };
}
