import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RULE_ACTIONS, RULE_EVENTS, RULE_FIELDS } from '../../../contract/rules.ts';
import type { Rule, RuleCondition } from '../../../contract/rules.ts';
import { EVENT_KINDS, SOURCES } from '../../../contract/models/views.ts';
import { FLOOD_LIMIT, FLOOD_WINDOW_MS, decide } from '../../../core/notify/policy.ts';
import type { PolicyContext } from '../../../core/notify/policy.ts';
import { judge } from '../../../core/notify/rules/decide-event.ts';
import { when } from '../../support/notify-settings.ts';
import { pendingEvent } from '../../support/pending-event.ts';
import { T0 } from '../../support/records.ts';

const id = fc.constantFrom('a', 'b', 'c');
const some = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 2 });
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

/** One condition; few of them hold together. */
const anyCondition: fc.Arbitrary<Partial<RuleCondition>> = fc.oneof(
  fc.record({ entity: fc.constantFrom('ticket' as const, 'task' as const) }), fc.record({ events: some(fc.constantFrom(...RULE_EVENTS)) }), fc.record({ fields: some(fc.constantFrom(...RULE_FIELDS)) }),
  fc.record({ departments: fc.oneof(fc.constant('mine' as const), fc.array(id, { minLength: 1, maxLength: 2 })) }), fc.record({ assignee: fc.constantFrom('me' as const, 'nobody' as const, 'others' as const) }),
  fc.record({ tagIds: some(id) }), fc.record({ statuses: some(id) }), fc.record({ priorities: some(id) }), fc.record({ keyword: id }), fc.record({ olderThanMinutes: fc.constantFrom(1, 60) }), fc.record({ followed: fc.boolean() }),
);
const anyRule: fc.Arbitrary<Rule> = fc.record({
  id: fc.constantFrom('r1', 'r2', 'r3'), name: fc.constant('Rule'), on: fc.boolean(), action: fc.constantFrom(...RULE_ACTIONS), sound: fc.boolean(), breaksQuiet: fc.boolean(),
  when: fc.array(anyCondition, { maxLength: 2 }).map((given) => when(Object.assign({}, ...given))),
});
const anyEvent = fc.record({
  kind: fc.constantFrom(...EVENT_KINDS), source: fc.constantFrom(...SOURCES), entity: fc.constantFrom('ticket' as const, 'task' as const), id: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8'),
  changes: some(fc.constantFrom('status', 'assigneeId', 'departmentId', 'customFields.x').map((field) => ({ field, label: null, from: 'x', to: null }))),
  row: fc.record({ status: optional(id), priority: optional(id), createdAt: optional(fc.constantFrom(T0, T0 - 3_600_000)), followed: fc.boolean(), title: id }),
  facts: fc.record({ departmentId: optional(id), assignee: optional(fc.constantFrom('id:me', 'id:other')), tagIds: some(id), gone: fc.boolean() }, { requiredKeys: ['departmentId', 'assignee', 'tagIds'] }),
});
const anyContext: fc.Arbitrary<PolicyContext> = fc.record({
  now: fc.constant(T0), rules: fc.array(anyRule, { maxLength: 4 }), hush: fc.constantFrom(null, 'paused' as const, 'quietHours' as const), awayMs: fc.constantFrom(0, 3_600_000), returned: fc.boolean(),
  viewer: fc.record({ me: optional(fc.constant('id:me')), departmentIds: some(id) }), toastTimes: fc.array(fc.integer({ min: T0 - 2 * FLOOD_WINDOW_MS, max: T0 }), { maxLength: 6 }), collecting: fc.boolean(),
});

it('each event is in exactly one part of the plan, with the rule that decided; five toasts a minute; a hush lets nothing through that does not break it', () => {
  const seen = { verdicts: 0, toasts: 0, summaries: 0, digests: 0, broken: 0 };
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 25 }), anyContext, (given, context) => {
      const events = given.map((fields, index) => pendingEvent(index + 1, fields));
      const plan = decide(events, context);
      const tellings = [...plan.toasts, ...(plan.summary ? [plan.summary] : []), ...(plan.digest ? [plan.digest] : [])];
      const told = tellings.flatMap((telling) => telling.events);

      expect([...plan.verdicts.flatMap(({ seqs }) => seqs), ...told.map(({ seq }) => seq)].sort((a, b) => a - b)).toEqual(events.map(({ seq }) => seq));
      for (const { seqs, rule } of plan.verdicts) for (const seq of seqs) expect(rule).toEqual(judge(events[seq - 1] as (typeof events)[number], context).rule);
      for (const telling of tellings) expect([...telling.rules]).toEqual(telling.events.map((event) => [event.seq, judge(event, context).rule]));

      const recent = context.toastTimes.filter((time) => T0 - time <= FLOOD_WINDOW_MS).length;
      expect(plan.toasts.length).toBeLessThanOrEqual(Math.max(0, FLOOD_LIMIT - recent));
      for (const { events: [first, ...others] } of plan.toasts) for (const other of others) expect([other.entity, other.id]).toEqual([first?.entity, first?.id]);
      if (context.hush !== null) expect(told.filter((event) => !judge(event, context).breaksQuiet)).toEqual([]);

      seen.verdicts += plan.verdicts.length;
      seen.toasts += plan.toasts.length;
      seen.summaries += plan.summary ? 1 : 0;
      seen.digests += plan.digest ? 1 : 0;
      seen.broken += context.hush === null ? 0 : told.length;
    }),
    { numRuns: 2_000 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
});
