import { UNSAFE_NAMES } from '../../contract/unsafe-names.ts';

/** Bounds of what is looked at before it is parsed. The largest calls of the contract, a list of 500 ids and a whole API profile (which is also the deepest), need a fraction. */
export const PAYLOAD_LIMITS = { characters: 200_000, values: 5_000, depth: 8 } as const;

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}

interface Budget {
  characters: number;
  values: number;
}

function spendText(text: string, budget: Budget): boolean {
  budget.characters -= text.length;
  return budget.characters >= 0;
}

function childrenFit(value: object, depth: number, budget: Budget): boolean {
  if (depth >= PAYLOAD_LIMITS.depth || !isPlain(value)) return false;
  return Reflect.ownKeys(value).every((key) => {
    if (typeof key !== 'string' || UNSAFE_NAMES.has(key) || !spendText(key, budget)) return false;
    return fits((value as Record<string, unknown>)[key], depth + 1, budget);
  });
}

function fits(value: unknown, depth: number, budget: Budget): boolean {
  budget.values -= 1;
  if (budget.values < 0) return false;
  switch (typeof value) {
    case 'string':
      return spendText(value, budget);
    case 'number':
    case 'boolean':
    case 'undefined':
      return true;
    case 'object':
      return value === null || childrenFit(value, depth, budget);
    default:
      return false;
  }
}

/** Whether a payload is plain data (objects, arrays, texts, numbers, booleans) of bounded size. Costs no more than the bound. */
export function isPlainAndSmall(payload: unknown): boolean {
  return fits(payload, 0, { characters: PAYLOAD_LIMITS.characters, values: PAYLOAD_LIMITS.values });
}
