import { seededChoose } from '../../support/choose.ts';
import { countSteps, CRASH_SCENES, playCrash, type CrashReport, type CrashScene } from '../../support/session-crash.ts';
import { playSteady, STEADY_SCENES } from '../../support/session-steady.ts';
import { playInterleaving } from '../../support/session-world.ts';
import { ROTATIONS, type Rotation } from '../../support/token-server.ts';
import type { Breach, Campaign, CampaignContext } from '../campaign.ts';

/** How much is played. */
const SIZE = { quick: { interleavings: 2_000, calm: 1_500, seeds: 6, steady: 4 }, full: { interleavings: 40_000, calm: 20_000, seeds: 60, steady: 40 } } as const;

interface InterleavingCounts {
  interleavings: number;
  callers: number;
  aborted: number;
  served: number;
  refreshes: number;
  accepted: number;
  generations: number;
  signIns: number;
  signOuts: number;
}

async function playInterleavings({ seed, signal }: CampaignContext, runs: number, breaches: Breach[]): Promise<InterleavingCounts> {
  const counts: InterleavingCounts = { interleavings: 0, callers: 0, aborted: 0, served: 0, refreshes: 0, accepted: 0, generations: 0, signIns: 0, signOuts: 0 };
  for (let run = 0; run < runs && !signal.aborted; run++) {
    const mine = seed + run;
    const report = await playInterleaving(seededChoose(mine));
    counts.interleavings += 1;
    for (const name of ['callers', 'aborted', 'served', 'refreshes', 'accepted', 'generations', 'signIns', 'signOuts'] as const) counts[name] += report[name];
    for (const what of new Set(report.broken)) breaches.push({ replay: `interleaving, seed ${mine}, ${report.rotation}`, what });
  }
  return counts;
}

interface CalmCounts {
  calmInterleavings: number;
  calmCallers: number;
  calmRefreshes: number;
  calmGenerations: number;
}

/** The same where nothing else happens than callers and refusals: each refresh makes one generation, and no other is sent. */
async function playCalm({ seed, signal }: CampaignContext, runs: number, breaches: Breach[]): Promise<CalmCounts> {
  const counts: CalmCounts = { calmInterleavings: 0, calmCallers: 0, calmRefreshes: 0, calmGenerations: 0 };
  for (let run = 0; run < runs && !signal.aborted; run++) {
    const report = await playInterleaving(seededChoose(seed + run), { calm: true });
    counts.calmInterleavings += 1;
    counts.calmCallers += report.callers;
    counts.calmRefreshes += report.refreshes;
    counts.calmGenerations += report.generations;
    for (const what of new Set(report.broken)) breaches.push({ replay: `calm interleaving, seed ${seed + run}, ${report.rotation}`, what });
  }
  return counts;
}

interface CrashCounts {
  crashRuns: number;
  endedSignedIn: number;
  endedNeedsTokens: number;
  endedSignedOut: number;
  triesAfterCrash: number;
  callsAfterCrash: number;
  losses: number;
}

async function playCrashes({ seed, signal }: CampaignContext, seeds: number, breaches: Breach[]): Promise<CrashCounts & { crashPoints: number }> {
  const points = new Set<string>();
  const counts: CrashCounts = { crashRuns: 0, endedSignedIn: 0, endedNeedsTokens: 0, endedSignedOut: 0, triesAfterCrash: 0, callsAfterCrash: 0, losses: 0 };
  const note = (report: CrashReport): void => {
    counts.crashRuns += 1;
    counts[report.ended === 'signedIn' ? 'endedSignedIn' : report.ended === 'needsTokens' ? 'endedNeedsTokens' : 'endedSignedOut'] += 1;
    counts.triesAfterCrash = Math.max(counts.triesAfterCrash, report.triesAfter);
    counts.callsAfterCrash = Math.max(counts.callsAfterCrash, report.callsAfter);
    counts.losses += report.lost ? 1 : 0;
  };
  const die = async (scene: CrashScene, rotation: Rotation, dieAt: number): Promise<void> => {
    for (let nth = 0; nth < seeds && !signal.aborted; nth++) {
      const report = await playCrash(scene, rotation, dieAt, seededChoose(seed + nth), nth % 2 === 1);
      if (!report.died) continue;
      // The same step of the same scene counts once, whatever kind of server it was played with.
      points.add(`${scene} ${dieAt} ${report.steps.at(-1)}`);
      note(report);
      for (const what of report.broken) breaches.push({ replay: `${scene}, ${rotation}, step ${dieAt} (${report.steps.at(-1)}), seed ${seed + nth}${nth % 2 === 1 ? ', dies again' : ''}`, what });
    }
  };
  for (const scene of CRASH_SCENES) {
    for (const rotation of ROTATIONS) {
      const steps = await countSteps(scene, rotation);
      for (let dieAt = 0; dieAt < steps; dieAt++) await die(scene, rotation, dieAt);
    }
  }
  return { ...counts, crashPoints: points.size };
}

interface SteadyCounts {
  steadyHours: number;
  steadyRequests: number;
  steadyRefreshes: number;
  steadyMostPerMinute: number;
  steadyMostPerHour: number;
}

/** Hours in which refreshing fails or does not help: how often it is tried is counted where it arrives. */
async function playSteadies({ seed, signal }: CampaignContext, seeds: number, breaches: Breach[]): Promise<SteadyCounts> {
  const counts: SteadyCounts = { steadyHours: 0, steadyRequests: 0, steadyRefreshes: 0, steadyMostPerMinute: 0, steadyMostPerHour: 0 };
  for (const scene of STEADY_SCENES) {
    for (let nth = 0; nth < seeds && !signal.aborted; nth++) {
      const report = await playSteady(scene, seededChoose(seed + nth));
      counts.steadyHours += Math.floor(report.hours);
      counts.steadyRequests += report.requests;
      counts.steadyRefreshes += report.refreshes;
      counts.steadyMostPerMinute = Math.max(counts.steadyMostPerMinute, report.mostPerMinute);
      counts.steadyMostPerHour = Math.max(counts.steadyMostPerHour, report.mostPerHour);
      for (const what of report.broken) breaches.push({ replay: `${scene}, seed ${seed + nth}`, what });
    }
  }
  return counts;
}

/** See {@link Campaign.promise}. */
export const campaign: Campaign = {
  name: 'session',
  promise: 'One refresh serves any number of callers, and a death at any step costs at most one more try with the old token, never a loop and never a pair that was on disk. Waiting for a slot costs no try, and what stays wrong for hours is asked about seldom.',
  least: { calmInterleavings: 1_000, calmCallers: 20_000, calmRefreshes: 1_000, interleavings: 1_000, callers: 50_000, refreshes: 1_000, generations: 500, crashPoints: 24, crashRuns: 1_000, endedSignedIn: 200, endedNeedsTokens: 200, steadyHours: 30, steadyRefreshes: 300 },
  async run(context) {
    const size = context.quick ? SIZE.quick : SIZE.full;
    const breaches: Breach[] = [];
    const interleavings = await playInterleavings(context, size.interleavings, breaches);
    context.say(`${interleavings.interleavings} interleavings, ${interleavings.callers} callers, ${interleavings.refreshes} refreshes, ${interleavings.generations} generations`);
    const calm = await playCalm(context, size.calm, breaches);
    context.say(`${calm.calmInterleavings} interleavings without lost answers and sign-outs: ${calm.calmRefreshes} refreshes, ${calm.calmGenerations} generations`);
    const crashes = await playCrashes(context, size.seeds, breaches);
    context.say(`${crashes.crashRuns} deaths at ${crashes.crashPoints} points: ${crashes.endedSignedIn} signed in, ${crashes.endedNeedsTokens} need tokens, ${crashes.losses} lost`);
    const steady = await playSteadies(context, size.steady, breaches);
    context.say(`${steady.steadyHours} hours of steady failure: ${steady.steadyRefreshes} refreshes, at most ${steady.steadyMostPerMinute} in a minute`);
    return {
      counts: { ...calm, ...interleavings, ...crashes, ...steady },
      notes: [
        'calm…: nothing but callers and refusals, so calmRefreshes must be calmGenerations, run by run.',
        'accepted − generations: the answer was lost in the network, or a sign-out or another sign-in dropped it.',
        'endedNeedsTokens: the server had refused the refresh token, had replaced it in a refresh whose answer died with the process, or two deaths fell into refreshes with one pair that had their slot.',
        'endedSignedOut: died in a first sign-in before its pair was on disk, or in a sign-out.',
        'triesAfterCrash and callsAfterCrash are the most of any run.',
        'steadyMostPerMinute: after failures; where refreshes succeed and do not help, 2 are allowed.',
      ],
      breaches,
    };
  },
};
