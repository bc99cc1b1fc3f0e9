import { describe, expect, it } from 'vitest';
import { edgeStep } from '../../../../renderer/rules/edge-step.ts';

describe('scrolling while a row is dragged', () => {
  const box = { top: 100, bottom: 600 };
  it.each([[300, 0], [148, 0], [552, 0], [147, -1], [553, 1], [100, -14], [600, 14], [40, -14], [700, 14]])('held at %i it moves %i', (y, step) => {
    expect(edgeStep(box, y)).toBe(step);
  });
});
