import { DIALECT_NAMES } from '../../../simulator/dialects/dialect.ts';
import { playConvergence } from '../../support/convergence-play.ts';
import type { Breach, Campaign } from '../campaign.ts';

/** Runs of the short and of the long version. */
const RUNS = { quick: 1000, heavy: 20_000 } as const;
/** Runs between two lines of progress. */
const SAY_EVERY = 250;
/** Differences and commands that are told of one broken run. */
const MOST_TOLD = 3;

/** Plays random worlds in all dialects, one after the other, and compares copy and server at the end of each. */
export const campaign: Campaign = {
  name: 'convergence',
  promise: 'When faults stop, the copy equals the server, in every dialect, whatever happened in between.',
  least: { runs: RUNS.quick, ...Object.fromEntries(DIALECT_NAMES.map((name) => [`runs: ${name}`, Math.floor(RUNS.quick / DIALECT_NAMES.length)])), faults: 1000, restarts: 1000, hints: 1000, rowsCompared: 10_000 },
  async run({ quick, seed, signal, ...context }) {
    const wanted = quick ? RUNS.quick : RUNS.heavy;
    const breaches: Breach[] = [];
    const perDialect = new Map<string, number>();
    const sums = { commands: 0, mutations: 0, hints: 0, requests: 0, faults: 0, restarts: 0, rowsCompared: 0 };
    let runs = 0;
    while (runs < wanted && !signal.aborted) {
      const dialect = DIALECT_NAMES[runs % DIALECT_NAMES.length] ?? 'standard';
      const runSeed = (seed + runs) >>> 0;
      const replay = `seed ${runSeed}, dialect ${dialect}`;
      try {
        const { differences, counts } = await playConvergence(runSeed, dialect);
        for (const key of Object.keys(sums) as (keyof typeof sums)[]) sums[key] += counts[key];
        if (differences.length > 0) breaches.push({ replay, what: differences.slice(0, MOST_TOLD).join('; ') });
      } catch (error) {
        breaches.push({ replay, what: `the run broke: ${String(error)}` });
      }
      runs += 1;
      perDialect.set(dialect, (perDialect.get(dialect) ?? 0) + 1);
      if (runs % SAY_EVERY === 0) context.say(`${runs} of ${wanted} runs, ${sums.requests} requests, ${breaches.length} breaches`);
    }
    const dialects = Object.fromEntries([...perDialect].map(([name, count]) => [`runs: ${name}`, count]));
    return { counts: { runs, ...dialects, ...sums }, notes: [], breaches };
  },
};
