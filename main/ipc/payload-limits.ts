import type { CallName } from '../../contract/ipc/channels.ts';
import { UNSAFE_NAMES } from '../../contract/unsafe-names.ts';

/** Bounds of what is looked at before it is parsed. */
export interface PayloadLimits {
  readonly characters: number;
  readonly values: number;
  readonly depth: number;
}

/** The largest usual calls, a list of 500 ids and a whole API profile (which is also the deepest), need a fraction. */
export const PAYLOAD_LIMITS: PayloadLimits = { characters: 200_000, values: 5_000, depth: 8 };
/** As many and as full rules and views as the contract lets people have, at once. */
const WHOLE_SETTINGS: PayloadLimits = { characters: 12_000_000, values: 100_000, depth: 8 };
const LARGER: Readonly<Partial<Record<CallName, PayloadLimits>>> = {
  'settings.update': WHOLE_SETTINGS,
  'rules.tryOut': WHOLE_SETTINGS,
  // Sixty filters, as full as they can be.
  'queue.counts': { characters: 4_000_000, values: 30_000, depth: 8 },
};

/** The bounds of a call. */
export function payloadLimitsOf(call: CallName): PayloadLimits {
  return LARGER[call] ?? PAYLOAD_LIMITS;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}

interface Budget {
  characters: number;
  values: number;
  readonly depth: number;
}

function spendText(text: string, budget: Budget): boolean {
  budget.characters -= text.length;
  return budget.characters >= 0;
}

function childrenFit(value: object, depth: number, budget: Budget): boolean {
  if (depth >= budget.depth || !isPlain(value)) return false;
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
export function isPlainAndSmall(payload: unknown, limits: PayloadLimits = PAYLOAD_LIMITS): boolean {
  return fits(payload, 0, { ...limits });
}
