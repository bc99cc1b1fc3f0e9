import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededChoose } from '../../support/choose.ts';
import { countSteps, CRASH_SCENES, playCrash } from '../../support/session-crash.ts';
import { ROTATIONS } from '../../support/token-server.ts';

describe('a process that dies at any step', () => {
  it.each(CRASH_SCENES)('of %s costs at most one more try, never loops, and loses no pair that was on disk', async (scene) => {
    for (const rotation of ROTATIONS) {
      const steps = await countSteps(scene, rotation);
      expect(steps).toBeGreaterThanOrEqual(4);
      for (let dieAt = 0; dieAt < steps; dieAt++) {
        const report = await playCrash(scene, rotation, dieAt, seededChoose(dieAt));
        expect({ rotation, dieAt, at: report.steps.at(-1), broken: report.broken }).toMatchObject({ broken: [] });
      }
    }
  });

  it('and once more afterwards, whatever came before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...CRASH_SCENES), fc.constantFrom(...ROTATIONS), fc.nat(22), fc.noShrink(fc.integer()), async (scene, rotation, dieAt, seed) => {
        expect((await playCrash(scene, rotation, dieAt, seededChoose(seed), true)).broken).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('has deaths after which it is signed in, and deaths after which it must ask', async () => {
    const ends = await Promise.all([0, 3, 7].map(async (dieAt) => (await playCrash('start and refresh', 'noGrace', dieAt, seededChoose(1))).ended));
    expect(ends).toEqual(['signedIn', 'signedIn', 'signedIn']);
    expect((await playCrash('start and refresh', 'noGrace', 5, seededChoose(1))).ended).toBe('needsTokens');
  });
});
