import { describe, expect, test } from 'vitest';
import { createCollection, type Collection } from '../../../simulator/world/collection.ts';
import type { Item } from '../../../simulator/world/item.ts';

function item(id: string, updatedAt: number, deletedAt: number | null = null): Item {
  return { id, createdAt: 0, updatedAt, deletedAt, values: {} };
}

function ids(rows: Collection, query: Partial<Parameters<Collection['list']>[0]> = {}): string {
  return rows.list({ since: null, descending: false, offset: 0, limit: 100, ...query }).rows.map(({ id }) => id).join('');
}

describe('collection', () => {
  const make = (): Collection => createCollection([item('c', 30), item('a', 10), item('d', 30), item('b', 20), item('x', 25, 25)]);

  test('lists by update time, then id, in both directions and in pages', () => {
    const rows = make();
    expect(ids(rows)).toBe('abcd');
    expect(ids(rows, { descending: true })).toBe('dcba');
    expect(ids(rows, { offset: 1, limit: 2 })).toBe('bc');
    expect(ids(rows, { descending: true, offset: 1, limit: 2 })).toBe('cb');
    expect(ids(rows, { descending: true, offset: 3, limit: 2 })).toBe('a');
    expect(ids(rows, { descending: true, offset: 4, limit: 2 })).toBe('');
    expect(ids(rows, { offset: 9 })).toBe('');
  });

  test('an update filter includes its bound and tombstones; full lists leave tombstones out', () => {
    const rows = make();
    expect(ids(rows, { since: 20 })).toBe('bxcd');
    expect(ids(rows, { since: 21, descending: true })).toBe('dcx');
    expect(ids(rows, { since: 21, descending: true, offset: 2, limit: 5 })).toBe('x');
    expect(ids(rows, { since: 31 })).toBe('');
    expect(rows.list({ since: 20, descending: true, offset: 0, limit: 1 }).total).toBe(4);
    expect([rows.count(), rows.tombstones()]).toEqual([4, 1]);
  });

  test('a change moves a row; deleting and reviving moves it between the lists', () => {
    const rows = make();
    rows.put(item('a', 40));
    expect(ids(rows)).toBe('bcda');
    rows.put(item('c', 41, 41));
    expect(ids(rows)).toBe('bda');
    expect(ids(rows, { since: 0 })).toBe('bxdac');
    rows.put(item('x', 5));
    expect(ids(rows)).toBe('xbda');
    expect(rows.get('c')?.deletedAt).toBe(41);
  });
});
