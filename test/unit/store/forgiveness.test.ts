import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forgives, halves, isForgivable } from '../../../core/store/search/forgiveness.ts';

/** Edits by replacing, leaving out, putting in and swapping neighbours, each letter touched once: the textbook table. */
function distance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_row, i) => Array.from({ length: b.length + 1 }, (_cell, j) => (i === 0 ? j : j === 0 ? i : 0)));
  const at = (i: number, j: number): number => table[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
      (table[i] as number[])[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1), swapped);
    }
  }
  return at(a.length, b.length);
}
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 5, maxLength: 9 });

describe('forgiveness', () => {
  it('forgives exactly one mistake in a whole word, and a right beginning', () => {
    fc.assert(fc.property(word, word, (typed, meant) => {
      const { beginning } = halves(typed);
      const goesOn = meant.length > typed.length && meant.startsWith(beginning) && [-1, 0, 1].some((more) => typed.length + more < meant.length && distance(typed, meant.slice(0, typed.length + more)) === 1);
      expect(forgives(typed, meant)).toBe(typed !== meant && (distance(typed, meant) === 1 || goesOn));
    }), { numRuns: 3000 });
  });

  it('leaves the beginning or the end of a typed word right, whatever the mistake', () => {
    fc.assert(fc.property(word, fc.nat(), fc.constantFrom('a', 'b'), fc.constantFrom('replaced', 'left out', 'put in', 'swapped'), (typed, place, letter, mistake) => {
      const at = place % typed.length;
      const rest = { replaced: letter + typed.slice(at + 1), 'left out': typed.slice(at + 1), 'put in': letter + typed.slice(at), swapped: (typed[at + 1] ?? '') + (typed[at] ?? '') + typed.slice(at + 2) }[mistake];
      const meant = typed.slice(0, at) + rest;
      const { beginning, end } = halves(typed);
      expect(meant.startsWith(beginning) || meant.endsWith(end), `${typed} ${meant}`).toBe(true);
    }), { numRuns: 3000 });
  });

  it('holds digits after the letters to be right', () => {
    expect(forgives('damaceno38', 'damasceno38')).toBe(true);
    expect(forgives('damaceno', 'damasceno38')).toBe(true);
    for (const other of ['damasceno39', 'damasceno3', 'damasceno', 'damaceno38', 'damaceno39']) expect(forgives('damaceno38', other), other).toBe(false);
    expect(isForgivable('damaceno38')).toBe(true);
    expect(isForgivable('ab12345')).toBe(false);
  });

  it('is for words of five letters and more', () => {
    expect(['abcd', 'abcde', 'ab3de', 'a-cde', 'é'.repeat(5), 'x'.repeat(41)].map(isForgivable)).toEqual([false, true, false, false, true, false]);
  });
});
