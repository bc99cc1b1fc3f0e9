import { expect, it } from 'vitest';
import { T0, wish } from '../../support/records.ts';
import { syncBench } from '../../support/sync-bench.ts';

const TICKETS = 100_000;
const PAGE = 200;
const PAGES = TICKETS / PAGE;
const KILLS = 12;
/** As long as a page takes when slots are waited for, in milliseconds. */
const PAGE_MS = 2000;

it('the first sync of 100,000 tickets goes on at its page through kills, newest first, with the time left', { timeout: 180_000 }, async () => {
  const bench = await syncBench({ pageSize: PAGE, intervalSeconds: 24 * 3600 });
  const { api, clock, store } = bench;
  for (let i = 0; i < TICKETS; i++) api.put('ticket', `t${i}`, { updatedAt: T0 - (TICKETS - i) * 1000, version: T0 - (TICKETS - i) * 1000 });
  for (let i = 0; i < 2000; i++) api.put('consumer', `c${i}`);
  api.onCall = () => new Promise((resolve) => clock.after(PAGE_MS, () => resolve(null)));

  let roll = 7;
  const random = (below: number): number => (roll = (roll * 48_271) % 2_147_483_647) % below;
  /** Kills the engine in the middle of a page, wherever it is. */
  const kill = async (): Promise<void> => {
    const cursor = (await store.stream('ticket')).backfill?.cursor ?? null;
    const restarting = bench.restart();
    await clock.advance(PAGE_MS);
    const engine = await restarting;
    bench.newCalls();
    engine.start();
    await clock.advance(PAGE_MS + 500);
    const [first] = bench.newCalls().filter(({ entity }) => entity === 'ticket');
    if (cursor !== null) expect(Number(first?.cursor)).toBeGreaterThanOrEqual(Number(cursor));
  };

  bench.engine.start();
  for (let killed = 0; killed < KILLS; killed++) {
    await clock.advance((5 + random(70)) * PAGE_MS + random(PAGE_MS));
    const { ticket } = await store.counts();
    // What is here is the newest of all, and can be used.
    expect(ticket).toBeGreaterThan(0);
    const { rows } = await store.queuePage({ ...wish('ticket'), offset: 0, limit: 1 });
    expect(rows[0]?.id).toBe(`t${TICKETS - 1}`);
    const oldest = await store.queuePage({ ...wish('ticket'), offset: ticket - 1, limit: 1 });
    expect(oldest.rows[0]?.id).toBe(`t${TICKETS - ticket}`);
    await kill();
  }
  const beganAt = clock.mono();
  const told = (): number | null | undefined => bench.statuses.findLast(({ progress }) => progress?.entity === 'ticket')?.progress?.leftMs;
  await clock.advance(10 * PAGE_MS);
  const leftThen = told() ?? 0;
  while (bench.engine.status().phase !== 'live' && clock.mono() - beganAt < 2 * PAGES * PAGE_MS) await clock.advance(20 * PAGE_MS);
  const took = clock.mono() - beganAt - 10 * PAGE_MS;

  expect(await store.counts()).toMatchObject({ ticket: TICKETS, consumer: 2000 });
  expect(leftThen / took).toBeGreaterThan(0.8);
  expect(leftThen / took).toBeLessThan(1.25);
  const pages = api.calls.filter(({ entity, lane }) => entity === 'ticket' && lane === 'backfill');
  // Each page once, and once more for each kill that met it in flight.
  expect(pages.length).toBeLessThanOrEqual(PAGES + KILLS);
  expect(new Set(pages.map(({ cursor }) => cursor)).size).toBe(PAGES);
  expect(pages.filter(({ cursor }) => cursor === null)).toHaveLength(1);
  const all = api.calls.filter(({ lane }) => lane === 'backfill').length;
  // Five empty lists or short ones, ten pages of consumers, two questions for sizes.
  expect(all).toBeLessThanOrEqual(PAGES + KILLS + 5 + 10 + 2);
});
