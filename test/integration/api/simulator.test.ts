import { afterEach, describe, expect, it } from 'vitest';
import { ENTITIES, type Entity } from '../../../contract/entity.ts';
import type { TicketRecord } from '../../../contract/models/records.ts';
import { parseBaseUrl } from '../../../core/api/base-url.ts';
import { checkPermissions } from '../../../core/api/check-permissions.ts';
import { createApiClient } from '../../../core/api/client.ts';
import type { ApiClient, ListReply } from '../../../core/api/port.ts';
import { createTokenRequest } from '../../../core/api/token-request.ts';
import { systemClock } from '../../../core/clock.ts';
import { createGovernor } from '../../../core/governor/governor.ts';
import { Secret } from '../../../core/secret.ts';
import { DIALECT_NAMES } from '../../../simulator/dialects/dialects.ts';
import { createSimulator, type Simulator, type SimulatorOptions } from '../../../simulator/simulator.ts';
import { memoryState } from '../../support/memory-state.ts';
import { engineError, FIRST_PAGE, nodeFetch } from '../../unit/api/client-bed.ts';

const open: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** Ids of all rows of an entity, page by page. */
async function readAll<E extends Entity>(client: ApiClient, entity: E): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  for (let pages = 1; ; pages++) {
    const reply: ListReply<E> = await client.list(entity, { ...FIRST_PAGE, cursor });
    expect(reply.quarantined).toEqual([]);
    ids.push(...reply.rows.map(({ id }) => id));
    if (reply.next === null) return ids;
    expect(pages).toBeLessThan(100);
    cursor = reply.next;
  }
}

/** A simulator, and a client with a governor of its own and the plainest possible session. */
async function bed(options: SimulatorOptions) {
  const simulator: Simulator = await createSimulator({ seed: 3, ...options });
  const clock = systemClock();
  const governor = createGovernor({ clock, state: memoryState(), budget: 200 });
  open.push(() => governor.dispose(), () => simulator.close());
  const needs = { profile: simulator.parts.profile, baseUrl: parseBaseUrl(simulator.baseUrl), fetch: nodeFetch, governor, clock };
  const requestToken = createTokenRequest(needs);
  let access = { token: new Secret(simulator.apiToken), generation: 0 };
  const tokens = {
    current: async () => access,
    rejected: async (generation: number) => {
      access = { token: (await requestToken(new Secret(simulator.refreshToken))).apiToken, generation: generation + 1 };
    },
  };
  return { simulator, client: createApiClient({ ...needs, tokens }) };
}

describe('the client against the simulator', () => {
  it('reads every ticket of 500, page by page, and none twice', async () => {
    const { client, simulator } = await bed({ tickets: 500 });
    const rows: TicketRecord[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const reply: ListReply<'ticket'> = await client.list('ticket', { ...FIRST_PAGE, cursor });
      rows.push(...reply.rows);
      expect(reply).toMatchObject({ total: 500, quarantined: [] });
      expect(reply.serverTime).not.toBeNull();
      cursor = reply.next;
      pages += 1;
    } while (cursor !== null && pages < 10);
    expect([pages, cursor]).toEqual([3, null]);
    const held = simulator.parts.world.collections.ticket;
    expect(rows.every(({ id, subject }) => held.get(id)?.values.subject === subject)).toBe(true);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(500);
    expect(rows).toHaveLength(500);
    const times = rows.map(({ version }) => version);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  it('reads only what changed since a time', async () => {
    const { client, simulator } = await bed({ tickets: 40 });
    const all = await client.list('ticket', FIRST_PAGE);
    const [first] = all.rows;
    simulator.parts.clock.advance(60_000);
    const since = simulator.parts.clock.now();
    simulator.parts.clock.advance(1000);
    simulator.parts.mutations.update('ticket', first?.id ?? '', { subject: 'Changed' });
    const changed = await client.list('ticket', { ...FIRST_PAGE, updatedSince: since });
    expect(changed.rows.map(({ subject }) => subject)).toEqual(['Changed']);
  });

  it('reads one row of each entity by its id', async () => {
    const { client } = await bed({ tickets: 30 });
    for (const entity of ENTITIES) {
      const { rows } = await client.list(entity, { ...FIRST_PAGE, size: 1 });
      const [listed] = rows;
      if (!listed) throw new Error(`the simulator has no ${entity}`);
      expect((await client.get(entity, listed.id, { lane: 'open' })).row).toEqual(listed);
    }
    expect((await engineError(client.get('ticket', 'no-such-id', { lane: 'open' }))).code).toBe('notFound');
  });

  it('tells which permissions a token lacks', async () => {
    const { client } = await bed({ tickets: 10, permissions: ['ticket', 'department'] });
    const outcomes = (await checkPermissions(client)).map(({ entity, outcome }) => [entity, outcome]);
    expect(Object.fromEntries(outcomes)).toEqual({ ticket: 'ok', task: 'missing', consumer: 'missing', department: 'ok', ticketTag: 'missing', consumerTag: 'missing', customField: 'missing' });
  });

  it('goes on with a new token when the old one has expired, and says when that is refused too', async () => {
    const { client, simulator } = await bed({ tickets: 10 });
    simulator.parts.clock.advance(61 * 60_000);
    expect((await client.list('ticket', FIRST_PAGE)).rows).toHaveLength(10);
    expect(simulator.parts.tokens.report()).toMatchObject({ total: 1, succeeded: 1 });
    simulator.parts.tokens.revoke('all');
    expect((await engineError(client.list('ticket', FIRST_PAGE))).code).toBe('refreshTokenRejected');
  });

  it.each([
    ['drop', 'unreachable'],
    ['html', 'notJson'],
    ['brokenJson', 'wrongShape'],
    ['truncated', 'unreachable'],
  ] as const)('survives the fault %s and reads on', async (kind, code) => {
    const { client, simulator } = await bed({ tickets: 10 });
    simulator.parts.faults.add({ kind });
    expect((await engineError(client.list('ticket', FIRST_PAGE))).code).toBe(code);
    expect((await client.list('ticket', FIRST_PAGE)).rows).toHaveLength(10);
  });
});

describe.each(DIALECT_NAMES)('the client against the dialect %s', (dialect) => {
  it('reads every row of every entity once, and each ticket by its id as in the list', async () => {
    const { client, simulator } = await bed({ tickets: 400, dialect });
    for (const entity of ENTITIES) {
      const ids = await readAll(client, entity);
      const { rows } = simulator.parts.world.collections[entity].list({ since: null, descending: true, offset: 0, limit: Infinity });
      expect(ids.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
    }
    const { rows } = await client.list('ticket', { ...FIRST_PAGE, size: 2 });
    const held = simulator.parts.world.collections.ticket;
    // A server that does not divide its lists gives more than were asked for.
    for (const row of rows.slice(0, 2)) {
      expect(held.get(row.id)?.values.subject).toBe(row.subject);
      expect((await client.get('ticket', row.id, { lane: 'open' })).row).toEqual(row);
    }
  });

  it('has an expired token renewed, and told which row is not there', async () => {
    const { client, simulator } = await bed({ tickets: 5, dialect });
    simulator.parts.clock.advance(61 * 60_000);
    expect((await engineError(client.get('ticket', 'no-such-id', { lane: 'open' }))).code).toBe('notFound');
    expect(simulator.parts.tokens.report()).toMatchObject({ total: 1, succeeded: 1 });
  });
});
