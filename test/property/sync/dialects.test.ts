import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DIALECT_NAMES } from '../../../simulator/dialects/dialects.ts';
import { playConvergence } from '../../support/convergence-play.ts';

/** Runs of each dialect. */
const RUNS = 9;

it.each(DIALECT_NAMES)('the copy equals the server after faults of every kind, in the %s dialect', async (dialect) => {
  await fc.assert(
    fc.asyncProperty(fc.noShrink(fc.integer({ min: 1, max: 2 ** 31 })), async (seed) => {
      const { differences, script } = await playConvergence(seed, dialect);
      expect(differences, script.join('\n')).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});
