import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunksOf, commonShift, findRow, step, type RowAt } from '../../../../renderer/queue/chunks.ts';
import { sampleQueue } from '../../../support/renderer-data.ts';

describe('chunks', () => {
  it('asks for the first chunk before anything is known', () => {
    expect(chunksOf({ first: 0, last: 20 }, 30, 100, null)).toEqual([0]);
  });
  it('reaches into the neighbour before it is on screen', () => {
    expect(chunksOf({ first: 75, last: 90 }, 30, 100, 1_000)).toEqual([0, 1]);
  });
  it('always covers the rows on screen, never more than the queue, and few chunks', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(60), fc.integer({ min: 1, max: 100_000 }), (first, length, total) => {
        const last = first + length;
        const chunks = chunksOf({ first, last }, 30, 100, total);
        expect(chunks.length).toBeLessThanOrEqual(3);
        expect((chunks.at(-1) ?? 0) * 100).toBeLessThan(total);
        for (let index = first; index <= Math.min(last, total - 1); index++) expect(chunks).toContain(Math.floor(index / 100));
      }),
    );
  });
  it('survives an empty queue and one that became shorter than the scroll position', () => {
    expect(chunksOf({ first: 0, last: 20 }, 30, 100, 0)).toEqual([0]);
    expect(chunksOf({ first: 5_000, last: 5_020 }, 30, 100, 150)).toEqual([1]);
  });
});

describe('rows that move', () => {
  const rowsAt = (rows: ReturnType<typeof sampleQueue>): RowAt => (index) => rows[index];

  it('finds a row near where it was, and gives up beyond its reach', () => {
    const rows = sampleQueue('ticket', 500);
    expect(findRow('ticket-40', 38, rowsAt(rows), 500, 10)).toBe(40);
    expect(findRow('ticket-40', 200, rowsAt(rows), 500, 10)).toBeNull();
    expect(findRow('gone', 0, rowsAt(rows), 500, 300)).toBeNull();
  });
  it('follows what most rows did', () => {
    const before = new Map([['a', 10], ['b', 11], ['c', 12], ['d', 13]]);
    expect(commonShift(before, new Map([['d', 0], ['a', 11], ['b', 12], ['c', 13]]))).toBe(1);
    expect(commonShift(before, before)).toBe(0);
    expect(commonShift(before, new Map())).toBe(0);
  });
  it('stays inside the queue', () => {
    expect(step(0, -1, 5)).toBe(0);
    expect(step(4, Infinity, 5)).toBe(4);
    expect(step(3, -Infinity, 5)).toBe(0);
  });
});
