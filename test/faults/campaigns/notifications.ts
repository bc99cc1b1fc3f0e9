import fc from 'fast-check';
import { anyNotifyStep, playNotify, type NotifyStep } from '../../support/notify-schedule.ts';
import { POINTS } from '../../support/notify-world.ts';
import type { Breach, Campaign } from '../campaign.ts';

/** Dying at every point of the way of the first, second, … toast, with few events, a flood and a summary, told once and again. */
function everyPoint(): NotifyStep[][] {
  const sizes = [1, 3, 5, 6, 12];
  return POINTS.flatMap((at) => sizes.flatMap((size) => [1, 2, 3, 4].flatMap((nth) => [10, 700_000].map((ms): NotifyStep[] => {
    const change: NotifyStep = { do: 'change', items: Array.from({ length: size }, (_, index) => index), both: nth % 2 === 0 };
    return [change, { do: 'deadly', at, nth, closedMs: ms, again: nth > 2 }, { do: 'wait', ms }, change, { do: 'deadly', at, nth: 1, closedMs: 0, again: false }, { do: 'restart' }, { do: 'wait', ms }, { do: 'pass', awayMs: 0, returned: true }];
  }))));
}

/** Notifications: see the promise. */
export const campaign: Campaign = {
  name: 'notifications',
  promise: 'Every event is told or counted exactly once across crashes and restarts; only a toast whose showing a crash kept from being noted comes again, under the same id.',
  least: { runs: 1_000, events: 10_000, toasts: 3_000, crashes: 500, restarts: 200, allowedRepeats: 100 },
  async run({ quick, seed, say, signal }) {
    const counts = { runs: 0, events: 0, toasts: 0, crashes: 0, restarts: 0, duplicates: 0, lost: 0, toldTwice: 0, allowedRepeats: 0, allowedRecounts: 0 };
    const breaches: Breach[] = [];
    const play = async (steps: readonly NotifyStep[]): Promise<void> => {
      const outcome = await playNotify(steps);
      counts.runs += 1;
      for (const key of ['events', 'toasts', 'crashes', 'restarts', 'duplicates', 'lost', 'toldTwice', 'allowedRepeats', 'allowedRecounts'] as const) counts[key] += outcome[key];
      if (counts.runs % 1_000 === 0) say(`${counts.runs} runs`);
      if (outcome.breaches.length > 0) throw new Error(outcome.breaches.join('; '));
    };
    for (const [index, steps] of everyPoint().entries()) {
      if (signal.aborted) break;
      await play(steps).catch((error: unknown) => breaches.push({ replay: `point ${index}: ${JSON.stringify(steps)}`, what: String(error) }));
    }
    const wanted = quick ? 1_000 : 20_000;
    for (let from = 0; from < wanted && !signal.aborted; from += 250) {
      const result = await fc.check(fc.asyncProperty(fc.array(anyNotifyStep, { minLength: 5, maxLength: 40 }), play), { numRuns: 250, seed: seed + from });
      if (result.failed) breaches.push({ replay: `seed ${seed + from}, path ${result.counterexamplePath ?? ''}`, what: `${String(result.errorInstance)} in ${JSON.stringify(result.counterexample)}` });
    }
    return { counts, notes: [], breaches };
  },
};
