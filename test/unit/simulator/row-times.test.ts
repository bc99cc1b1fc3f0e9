import { describe, expect, test } from 'vitest';
import { createRowTimes, NO_TIME } from '../../../simulator/row-times.ts';
import { dialectWorld, WORLD_START } from '../../support/simulator/dialect-world.ts';

describe('row times', () => {
  test('exact unless told otherwise, and later with every state', () => {
    const times = createRowTimes();
    expect([times.first('a', 1234), times.next('a', 2000, 1234), times.next('a', 2000, 2000)]).toEqual([1234, 2000, 2001]);
  });

  test('cut times may repeat but never go back', () => {
    const times = createRowTimes({ granularityMs: 1000 });
    expect([times.first('a', 1999), times.next('a', 1999, 1000), times.next('a', 2500, 1000), times.next('a', 2500, 9000)]).toEqual([1000, 1000, 2000, 9000]);
  });

  test('skew is one amount per row, within bounds, both ways', () => {
    const times = createRowTimes({ skewMs: 5000 });
    const offs = Array.from({ length: 200 }, (_, index) => times.first(`row ${index}`, 100_000) - 100_000);
    expect(offs).toEqual(Array.from({ length: 200 }, (_, index) => times.next(`row ${index}`, 300_000, 0) - 300_000));
    expect([Math.min(...offs) < -3000, Math.max(...offs) > 3000, offs.every((off) => Math.abs(off) <= 5000)]).toEqual([true, true, true]);
  });
});

describe('a world with wrong times', () => {
  test('whole seconds everywhere, before and after changes', async () => {
    const { simulator, reader, pass } = dialectWorld('standard', { times: { granularityMs: 1000 } });
    pass(1234);
    for (let count = 0; count < 20; count += 1) simulator.parts.activity.happen({ action: 'update', entity: 'ticket' });
    const shown = (await reader.list('ticket')).flat().map((row) => Date.parse(String(row['updated_at'])));
    expect(shown.filter((time) => time % 1000 !== 0)).toEqual([]);
    expect(shown.filter((time) => time > WORLD_START).every((time) => time === WORLD_START + 1000)).toBe(true);
  });

  test('rows without a time stand first, are in no filtered list, and keep none', async () => {
    const { simulator, reader, pass } = dialectWorld('standard', { tickets: 200, times: { missing: 0.3 } });
    const rows = (await reader.list('ticket')).flat();
    const without = rows.filter((row) => row['updated_at'] === null);
    expect(without.length).toBeGreaterThan(30);
    expect(without.length).toBeLessThan(90);
    expect(rows.slice(0, without.length)).toEqual(without);
    pass(5000);
    const id = String(without[0]?.['id']);
    simulator.parts.mutations.update('ticket', id, { status: 'Changed' });
    expect((await reader.get('ticket', id)).row).toMatchObject({ updated_at: null, status: 'Changed' });
    expect((await reader.list('ticket', { since: 0 + 1 })).flat().filter((row) => row['updated_at'] === null)).toEqual([]);
    simulator.parts.mutations.remove('ticket', id);
    expect(simulator.parts.world.collections.ticket.get(id)).toMatchObject({ updatedAt: NO_TIME, deletedAt: WORLD_START + 5000 });
  });

  test('the Date header alone can be off', async () => {
    const { simulator } = dialectWorld('standard', { dateSkewMs: -3_600_000 });
    const date = async (): Promise<number> => Date.parse((await simulator.fetch(`${simulator.baseUrl}/v1/tickets`)).headers.get('date') ?? '');
    expect(await date()).toBe(WORLD_START - 3_600_000);
    simulator.parts.clock.setDateSkew(60_000);
    expect(await date()).toBe(WORLD_START + 60_000);
    expect(simulator.parts.clock.now()).toBe(WORLD_START);
  });
});
