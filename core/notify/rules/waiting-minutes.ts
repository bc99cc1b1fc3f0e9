import type { Rule } from '../../../contract/rules.ts';

/** Ages in minutes that rules ask for where nobody took an item, ascending. */
export function waitingMinutesOf(rules: readonly Rule[]): number[] {
  const asked = rules.flatMap(({ on, when }) => (on && when.olderThanMinutes !== null && when.events.includes('waiting') ? [when.olderThanMinutes] : []));
  return [...new Set(asked)].sort((a, b) => a - b);
}
