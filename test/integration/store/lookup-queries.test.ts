import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenedStore } from '../../../core/store/open-store.ts';
import { HARDER_LOOKUP_QUERIES } from '../../support/harder-lookup-queries.ts';
import { LOOKUP_QUERIES, LOOKUP_RECIPE } from '../../support/lookup-queries.ts';
import { lookupWorld } from '../../support/lookup-world.ts';
import { DRIVERS, tempStore } from '../../support/temp-store.ts';

const world = lookupWorld(LOOKUP_RECIPE);
const QUERIES = [...LOOKUP_QUERIES, ...HARDER_LOOKUP_QUERIES];

describe('the list of queries', () => {
  it('has at least sixty, no two alike', () => {
    expect(new Set(QUERIES.map(({ query }) => query)).size).toBe(QUERIES.length);
    expect(QUERIES.length).toBeGreaterThanOrEqual(60);
  });
});

describe.each(DRIVERS)('lookup of 20,000 tickets on %s', (driver) => {
  let opened: OpenedStore;
  beforeAll(async () => {
    opened = await tempStore({ driver });
    await world.fill(opened.store);
  }, 120_000);
  afterAll(() => opened.store.close());

  it.each(QUERIES)('finds the right ticket in the first five: $kind, $query', async ({ query, means }) => {
    const meant = world.newest(means);
    const first = (await opened.store.lookup(query, 30)).slice(0, 5);
    expect(first.map(({ id }) => id), `${meant.number} among ${first.map(({ number, why }) => `${number ?? '?'} (${why})`).join(', ')}`).toContain(meant.id);
  });
});
