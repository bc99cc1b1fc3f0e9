import { describe, expect, it } from 'vitest';
import { countItems, decide } from '../../../core/notify/policy.ts';
import type { PolicyContext } from '../../../core/notify/policy.ts';
import { T0 } from '../../support/records.ts';
import { pendingEvent } from '../../support/pending-event.ts';

const context: PolicyContext = { now: T0, pausedUntil: 0, awayMs: 0, returned: false, toastTimes: [], collecting: false };
const several = (count: number) => Array.from({ length: count }, (_, index) => pendingEvent(index + 1));
const seqs = (events: readonly { seq: number }[]) => events.map(({ seq }) => seq);

it('tells new and changed tickets and tasks, one toast an item', () => {
  const events = [pendingEvent(1, { kind: 'new' }), pendingEvent(2, { entity: 'task', id: 'k' }), pendingEvent(3, { id: 't1' })];
  const plan = decide(events, context);
  expect(plan.toasts.map(seqs)).toEqual([[1, 3], [2]]);
  expect(plan.summary).toBeNull();
});

it.each([{ kind: 'deleted' as const }, { source: 'open' as const }, { source: 'lookup' as const }, { source: 'baseline' as const }])('keeps quiet about %j', (fields) => {
  const plan = decide([pendingEvent(1, fields)], context);
  expect(seqs(plan.quiet)).toEqual([1]);
  expect(plan.toasts).toEqual([]);
});

describe('a pause', () => {
  it.each([-1, T0 + 1])('until %d keeps everything back', (pausedUntil) => {
    const plan = decide([pendingEvent(1), pendingEvent(2, { kind: 'deleted' })], { ...context, pausedUntil });
    expect(seqs(plan.paused)).toEqual([1]);
    expect(seqs(plan.quiet)).toEqual([2]);
    expect(plan.toasts).toEqual([]);
  });
  it.each([0, T0, T0 - 1])('until %d is over', (pausedUntil) => {
    expect(decide([pendingEvent(1)], { ...context, pausedUntil }).toasts).toHaveLength(1);
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
