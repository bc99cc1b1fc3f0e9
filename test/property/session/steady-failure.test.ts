import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededChoose } from '../../support/choose.ts';
import { playSteady, STEADY_SCENES } from '../../support/session-steady.ts';

describe('while something stays wrong for hours', () => {
  it.each(STEADY_SCENES)('and %s, refreshes stay few, and the session stays', async (scene) => {
    await fc.assert(
      fc.asyncProperty(fc.noShrink(fc.integer()), async (seed) => {
        expect((await playSteady(scene, seededChoose(seed))).broken).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });
});
