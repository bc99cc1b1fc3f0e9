import type { Lane } from '../../../core/governor/lanes.ts';
import type { Governor } from '../../../core/governor/port.ts';

/** A governor that lets everything through and tells which lanes were used. */
export function openGovernor(): Governor & { readonly lanes: Lane[] } {
  const lanes: Lane[] = [];
  return {
    lanes,
    acquire: async (lane) => {
      lanes.push(lane);
      return { done: () => undefined, unknown: () => undefined, unsent: () => undefined, blocked: () => undefined, pressed: () => undefined };
    },
    status: () => ({ used: lanes.length, budget: 300, blockedUntil: null, blockedAgain: false, waiting: 0, pace: 100 }),
    setBudget: () => undefined,
    onChange: () => () => undefined,
    dispose: () => undefined,
  };
}
