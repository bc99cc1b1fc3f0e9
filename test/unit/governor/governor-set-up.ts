import { afterEach } from 'vitest';
import { createGovernor, type GovernorOptions } from '../../../core/governor/governor.ts';
import type { Lane } from '../../../core/governor/lanes.ts';
import type { Governor, Slot } from '../../../core/governor/port.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { memoryState } from '../../support/memory-state.ts';

/** One minute in milliseconds. */
export const MINUTE = 60_000;

const open: Governor[] = [];
afterEach(() => open.splice(0).forEach((governor) => governor.dispose()));

/** A governor over a state in memory; `start` makes another one. */
export async function setUp(over: Partial<GovernorOptions> = {}) {
  const clock = fakeClock();
  const state = memoryState();
  const start = async (more: Partial<GovernorOptions> = {}) => {
    const governor = createGovernor({ clock, state, budget: 3, ...over, ...more });
    open.push(governor);
    await clock.advance(0);
    return governor;
  };
  return { clock, state, start, governor: await start() };
}

/** Asks for a slot and tells whether it was given yet. */
export function ask(governor: Governor, lane: Lane = 'lookup', signal?: AbortSignal) {
  const seen: { slot: Slot | null; error: unknown } = { slot: null, error: null };
  governor.acquire(lane, signal).then((slot) => (seen.slot = slot), (error: unknown) => (seen.error = error));
  return seen;
}
