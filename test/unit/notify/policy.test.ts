import { describe, expect, it } from 'vitest';
import { countItems, decide } from '../../../core/notify/policy.ts';
import type { PolicyContext } from '../../../core/notify/policy.ts';
import type { Telling } from '../../../core/notify/policy.ts';
import { NOBODY, rule } from '../../support/notify-settings.ts';
import { T0 } from '../../support/records.ts';
import { pendingEvent } from '../../support/pending-event.ts';

const context: PolicyContext = { now: T0, rules: [], viewer: NOBODY, hush: null, awayMs: 0, returned: false, toastTimes: [], collecting: false };
const several = (count: number) => Array.from({ length: count }, (_, index) => pendingEvent(index + 1));
const seqs = ({ events }: Pick<Telling, 'events'>) => events.map(({ seq }) => seq);
const byDefault = (id: string) => ({ id: `default:${id}`, name: null });
const urgent = rule('urgent', { breaksQuiet: true, sound: true, when: { priorities: ['urgent'] } });

it('tells new and changed tickets and tasks, one toast an item', () => {
  const events = [pendingEvent(1, { kind: 'new' }), pendingEvent(2, { entity: 'task', id: 'k' }), pendingEvent(3, { id: 't1' })];
  const plan = decide(events, context);
  expect(plan.toasts.map(seqs)).toEqual([[1, 3], [2]]);
  expect(plan.summary).toBeNull();
});

it.each([[{ kind: 'deleted' as const }, 'gone'], [{ facts: { gone: true } }, 'gone'], [{ source: 'open' as const }, 'seen'], [{ source: 'lookup' as const }, 'seen'], [{ source: 'baseline' as const }, 'seen']])('keeps quiet about %j, whatever the rules say', (fields, why) => {
  const plan = decide([pendingEvent(1, fields)], { ...context, rules: [rule('all', { breaksQuiet: true })] });
  expect(plan).toEqual({ verdicts: [{ seqs: [1], decision: 'quiet', rule: byDefault(why) }], toasts: [], summary: null, digest: null });
});

it('gives each pair of decision and rule one verdict', () => {
  const rules = [rule('drop', { action: 'ignore', when: { entity: 'task' } }), rule('count', { action: 'badge', when: { statuses: ['new'] } })];
  const events = [pendingEvent(1, { entity: 'task' }), pendingEvent(2, { row: { status: 'New' } }), pendingEvent(3, { entity: 'task' }), pendingEvent(4)];
  const plan = decide(events, { ...context, rules });
  expect(plan.verdicts).toEqual([{ seqs: [1, 3], decision: 'ignored', rule: { id: 'drop', name: 'Rule drop' } }, { seqs: [2], decision: 'badge', rule: { id: 'count', name: 'Rule count' } }]);
  expect(plan.toasts.map(seqs)).toEqual([[4]]);
});

it('says of each event in a toast which rule told it', () => {
  const plan = decide([pendingEvent(1, { id: 'a', row: { priority: 'urgent' } }), pendingEvent(2, { id: 'a' })], { ...context, rules: [urgent] });
  const [told] = plan.toasts;
  expect([told?.sound, told?.urgent, [...(told?.rules ?? [])]]).toEqual([true, true, [[1, { id: 'urgent', name: 'Rule urgent' }], [2, byDefault('noIdentity')]]]);
});

describe.each(['paused', 'quietHours'] as const)('%s', (hush) => {
  it('keeps back everything but what is nothing to tell anyway', () => {
    const plan = decide([pendingEvent(1), pendingEvent(2, { kind: 'deleted' })], { ...context, hush });
    expect(plan.verdicts).toEqual([{ seqs: [1], decision: hush, rule: byDefault('noIdentity') }, { seqs: [2], decision: 'quiet', rule: byDefault('gone') }]);
    expect([plan.toasts, plan.summary, plan.digest]).toEqual([[], null, null]);
  });
  it('lets a rule through that breaks it', () => {
    const plan = decide([pendingEvent(1), pendingEvent(2, { row: { priority: 'Urgent' } })], { ...context, hush, rules: [urgent] });
    expect(plan.toasts.map(seqs)).toEqual([[2]]);
    expect(plan.verdicts.map((verdict) => verdict.seqs)).toEqual([[1]]);
  });
  it('keeps back what is told together, too, unless its rule breaks it', () => {
    const together = (breaksQuiet: boolean) => decide([pendingEvent(1)], { ...context, hush, rules: [rule('later', { action: 'summary', breaksQuiet })] });
    expect([together(false).digest, together(false).verdicts[0]?.decision]).toEqual([null, hush]);
    expect(together(true).digest?.events).toHaveLength(1);
  });
});

describe('what is told together', () => {
  const rules = [rule('later', { action: 'summary', sound: true, when: { statuses: ['open'] } })];
  it('waits, without a sound', () => {
    const plan = decide([pendingEvent(1, { row: { status: 'open' } }), pendingEvent(2)], { ...context, rules });
    expect(plan.toasts.map(seqs)).toEqual([[2]]);
    expect([plan.digest?.sound, [...(plan.digest?.rules ?? [])]]).toEqual([false, [[1, { id: 'later', name: 'Rule later' }]]]);
  });
  it('is told with an absence', () => {
    const plan = decide([pendingEvent(1, { row: { status: 'open' } }), pendingEvent(2), pendingEvent(3)], { ...context, rules, returned: true });
    expect([plan.summary && seqs(plan.summary), plan.digest]).toEqual([[2, 3, 1], null]);
  });
});

describe('a flood', () => {
  it('gets five toasts, the rest one count', () => {
    const plan = decide(several(1000), context);
    expect(plan.toasts).toHaveLength(5);
    expect(plan.summary).toMatchObject({ reason: 'flood' });
    expect(plan.summary?.events).toHaveLength(995);
  });
  it('remembers the toasts of the last minute, both ends counted', () => {
    const toastTimes = [T0 - 60_001, T0 - 60_000, T0 - 1, T0];
    expect(decide(several(9), { ...context, toastTimes }).toasts).toHaveLength(2);
  });
  it('is not seen in times that a corrected clock took back', () => {
    const toastTimes = Array.from({ length: 5 }, () => T0 + 3_600_000);
    expect(decide(several(1), { ...context, toastTimes }).toasts).toHaveLength(1);
  });
  it('leaves the toasts to what is urgent', () => {
    const events = [...several(9), pendingEvent(10, { row: { priority: 'urgent' } })];
    expect(decide(events, { ...context, rules: [urgent] }).toasts.map(seqs)).toEqual([[10], [1], [2], [3], [4]]);
  });
  it('once it is being collected, takes everything in', () => {
    const plan = decide(several(2), { ...context, collecting: true });
    expect(plan.toasts).toEqual([]);
    expect(plan.summary?.events).toHaveLength(2);
  });
});

describe('what happened while nobody looked', () => {
  it('is one count, however short that was', () => {
    const plan = decide(several(2), { ...context, returned: true });
    expect(plan.toasts).toEqual([]);
    expect(plan.summary).toMatchObject({ reason: 'away' });
    expect(plan.summary?.events).toHaveLength(2);
  });
  it('is told in its own words when it is one item', () => {
    const plan = decide([pendingEvent(1), pendingEvent(2, { id: 't1' })], { ...context, returned: true });
    expect(plan.toasts.map(seqs)).toEqual([[1, 2]]);
    expect(plan.summary).toBeNull();
  });
});

describe('after an absence', () => {
  it('there is one count of all', () => {
    const plan = decide(several(3), { ...context, awayMs: 600_001 });
    expect(plan.toasts).toEqual([]);
    expect(plan.summary).toMatchObject({ reason: 'away' });
    expect(plan.summary?.events).toHaveLength(3);
  });
  it('a single item is told by name', () => {
    const events = [pendingEvent(1, { id: 'same' }), pendingEvent(2, { id: 'same' })];
    expect(decide(events, { ...context, awayMs: 600_001 }).toasts.map(seqs)).toEqual([[1, 2]]);
  });
  it('ten minutes are no absence', () => {
    expect(decide(several(3), { ...context, awayMs: 600_000 }).toasts).toHaveLength(3);
  });
});

it('counts items, not events', () => {
  expect(countItems([pendingEvent(1, { id: 'a' }), pendingEvent(2, { id: 'a' }), pendingEvent(3, { entity: 'task', id: 'a' })])).toEqual({ ticket: 1, task: 1 });
});
