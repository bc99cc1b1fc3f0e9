import { expect, it } from 'vitest';
import { tryOutSchema } from '../../../contract/rules.ts';
import { tryOut } from '../../../core/notify/rules/try-out.ts';
import { ANA, rule } from '../../support/notify-settings.ts';
import { pendingEvent } from '../../support/pending-event.ts';

const events = [
  pendingEvent(6, { kind: 'deleted' }),
  pendingEvent(5, { source: 'open' }),
  pendingEvent(4, { row: { status: 'open', number: '1042' } }),
  pendingEvent(3, { row: { status: 'open' }, facts: { gone: true } }),
  pendingEvent(2, { row: { status: 'open', priority: 'low' } }),
  pendingEvent(1, { row: { status: 'closed' } }),
];
const open = rule('open', { when: { statuses: ['open'] } });
const low = rule('low', { action: 'ignore', when: { priorities: ['low'] } });

it('counts what the rule would have decided, newest first, of what rules are about', () => {
  const outcome = tryOut([open], 0, events, ANA);
  expect(outcome).toMatchObject({ events: 4, matched: 3, examples: [{ id: 't4', number: '1042', kind: 'changed' }, { id: 't3' }, { id: 't2' }] });
  expect(tryOutSchema.safeParse(outcome).success).toBe(true);
});
it('leaves to the rules above what they decide, and not to those below', () => {
  expect(tryOut([low, open], 1, events, ANA).matched).toBe(2);
  expect(tryOut([open, low], 0, events, ANA).matched).toBe(3);
  expect(tryOut([{ ...low, on: false }, open], 1, events, ANA).matched).toBe(3);
});
it('tries a rule that is off as if it were on', () => {
  expect(tryOut([{ ...open, on: false }], 0, events, ANA).matched).toBe(3);
});
it('shows ten examples at most', () => {
  const many = Array.from({ length: 40 }, (_, index) => pendingEvent(40 - index));
  expect(tryOut([rule('all')], 0, many, ANA)).toMatchObject({ events: 40, matched: 40, examples: { length: 10 } });
});
it('of a rule that is not there matches nothing', () => {
  expect(tryOut([], 3, events, ANA)).toEqual({ events: 4, matched: 0, examples: [] });
});
