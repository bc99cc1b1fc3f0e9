import fc from 'fast-check';
import { budgetFor } from '../../../core/governor/budget.ts';
import { playFleet, swiftFate, type FleetOutcome } from '../../support/rate-fleet.ts';
import { anyFate, anyRateSchedule, playRates } from '../../support/rate-world.ts';
import type { Breach, Campaign, CampaignContext, CampaignResult } from '../campaign.ts';

/** Desktops of the office in this campaign. */
const DESKTOPS = 40;
/** After so many minutes of full demand an office that was never configured must not bring on another block. */
const SETTLED_AFTER_MINUTES = 120;

/** What a part of the campaign adds to its result. */
interface Part {
  readonly counts: Record<string, number>;
  readonly notes: readonly string[];
  readonly breaches: readonly Breach[];
}

/** One desktop through random faults. */
async function schedules({ quick, seed, say, signal }: CampaignContext): Promise<Part> {
  const wanted = quick ? 1_500 : 50_000;
  const counts = { schedules: 0, requests: 0, restarts: 0, statesLost: 0, jumps: 0, sleeps: 0, blocks: 0, blockedAnswers: 0, pressedAnswers: 0, guesses: 0 };
  let worst = 0;
  const run = async (schedule: typeof anyRateSchedule extends fc.Arbitrary<infer T> ? T : never): Promise<void> => {
    const outcome = await playRates(schedule);
    if (outcome.breaches.length > 0) throw new Error(outcome.breaches[0]);
    counts.schedules += 1;
    for (const key of ['requests', 'restarts', 'statesLost', 'jumps', 'sleeps', 'blocks', 'blockedAnswers', 'pressedAnswers', 'guesses'] as const) counts[key] += outcome[key];
    worst = Math.max(worst, outcome.worstShare);
    if (counts.schedules % 5_000 === 0) say(`${counts.schedules} of ${wanted} schedules`);
  };
  const breaches: Breach[] = [];
  // In portions, so that it can be stopped, each with a seed of its own.
  for (let from = 0; from < wanted && !signal.aborted; from += 500) {
    const result = await fc.check(fc.asyncProperty(anyRateSchedule, run), { numRuns: Math.min(500, wanted - from), seed: seed + from });
    if (result.failed) breaches.push({ replay: `seed ${seed + from}, path ${result.counterexamplePath ?? ''}`, what: `${String(result.errorInstance)} in ${JSON.stringify(result.counterexample)}` });
  }
  return { counts: { ...counts, worstWindowPercentOfBudget: Math.round(100 * worst) }, notes: [], breaches };
}

/** An office whose settings say how many it is: never a block, never over the limit. */
async function configuredOffice({ quick, seed, say, signal }: CampaignContext): Promise<Part> {
  const counts = { offices: 0, officeRequests: 0, officeRestarts: 0, officeWorstWindow: 0, officeBlocks: 0 };
  const breaches: Breach[] = [];
  const budget = budgetFor({ desktopsBehindAddress: DESKTOPS, sharePercent: 60 });
  for (let i = 0; i < (quick ? 20 : 200) && !signal.aborted; i++) {
    // Every other office with a server that is slow and loses answers.
    const outcome = await playFleet({ seed: seed + i, desktops: DESKTOPS, budget, minutes: quick ? 6 : 15, crashes: 30, fates: i % 2 === 0 ? anyFate : swiftFate, signal });
    counts.offices += 1;
    counts.officeRequests += outcome.requests;
    counts.officeRestarts += outcome.restarts;
    counts.officeWorstWindow = Math.max(counts.officeWorstWindow, outcome.worstWindow);
    counts.officeBlocks += outcome.blocksAt.length;
    const what = [...outcome.breaches];
    if (outcome.worstWindow > 300) what.push(`${outcome.worstWindow} requests in 60 s`);
    if (outcome.blocksAt.length > 0) what.push(`blocked at minute ${outcome.blocksAt.join()}`);
    breaches.push(...what.map((one) => ({ replay: `office, seed ${seed + i}`, what: one })));
  }
  say(`${counts.offices} offices of ${DESKTOPS} desktops, worst window ${counts.officeWorstWindow}`);
  return { counts, notes: [], breaches };
}

function told(seed: number, outcome: FleetOutcome): string {
  return `An office of ${DESKTOPS} that all believe to be one of ten (seed ${seed}) was blocked at minutes ${outcome.blocksAt.join(', ') || 'none'}; worst window ${outcome.worstWindow}; at the end each used ${outcome.pace[0]} to ${outcome.pace[1]} % of its budget.`;
}

/** An office that nobody configured asks for more than there is: the adaptation must settle, and nobody knocks at a block. */
async function unconfiguredOffice({ quick, seed, say, signal }: CampaignContext): Promise<Part> {
  const counts = { unconfiguredOffices: 0, unconfiguredMinutes: 0, unconfiguredRequests: 0, unconfiguredBlocks: 0, unconfiguredLastBlockMinute: 0 };
  const notes: string[] = [];
  const breaches: Breach[] = [];
  const budget = budgetFor({ desktopsBehindAddress: 10, sharePercent: 60 });
  const minutes = quick ? 180 : 480;
  for (let i = 0; i < (quick ? 2 : 8) && !signal.aborted; i++) {
    const outcome = await playFleet({ seed: seed + i, desktops: DESKTOPS, budget, minutes, crashes: quick ? 10 : 30, fates: swiftFate, signal });
    counts.unconfiguredOffices += 1;
    counts.unconfiguredMinutes += minutes;
    counts.unconfiguredRequests += outcome.requests;
    counts.unconfiguredBlocks += outcome.blocksAt.length;
    counts.unconfiguredLastBlockMinute = Math.max(counts.unconfiguredLastBlockMinute, ...outcome.blocksAt);
    const late = outcome.blocksAt.filter((minute) => minute > SETTLED_AFTER_MINUTES);
    const what = late.length > 0 ? [...outcome.breaches, `still blocked at minute ${late.join()}`] : outcome.breaches;
    breaches.push(...what.map((one) => ({ replay: `unconfigured office, seed ${seed + i}`, what: one })));
    notes.push(told(seed + i, outcome));
    say(notes.at(-1) as string);
  }
  return { counts, notes, breaches };
}

/** Rate: see the promise. */
export const campaign: Campaign = {
  name: 'rate',
  promise: 'Never more than the allowed share in any 60 s as the server counts it, and nothing sent into a block that was told of, through latency, clock jumps, sleep, crash loops and restarts.',
  least: {
    schedules: 1_000, requests: 5_000, restarts: 1_000, statesLost: 300, jumps: 500, sleeps: 300, blocks: 200, blockedAnswers: 500, pressedAnswers: 50,
    worstWindowPercentOfBudget: 100, offices: 20, officeRequests: 5_000, officeRestarts: 300, unconfiguredOffices: 2, unconfiguredRequests: 10_000,
  },
  async run(context): Promise<CampaignResult> {
    const parts = [await schedules(context), await configuredOffice(context), await unconfiguredOffice(context)];
    return {
      counts: Object.assign({}, ...parts.map(({ counts }) => counts)) as Record<string, number>,
      notes: parts.flatMap(({ notes }) => notes),
      breaches: parts.flatMap(({ breaches }) => breaches),
    };
  },
};
