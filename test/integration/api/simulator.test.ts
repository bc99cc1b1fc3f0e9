import { afterEach, describe, expect, it } from 'vitest';
import { ENTITIES } from '../../../contract/entity.ts';
import type { TicketRecord } from '../../../contract/models/records.ts';
import { parseBaseUrl } from '../../../core/api/base-url.ts';
import { checkPermissions } from '../../../core/api/check-permissions.ts';
import { createApiClient } from '../../../core/api/client.ts';
import type { ListReply } from '../../../core/api/port.ts';
import { createTokenRequest } from '../../../core/api/token-request.ts';
import { systemClock } from '../../../core/clock.ts';
import { createGovernor } from '../../../core/governor/governor.ts';
import { Secret } from '../../../core/secret.ts';
import { createSimulator, type Simulator, type SimulatorOptions } from '../../../simulator/simulator.ts';
import { memoryState } from '../../support/memory-state.ts';
import { engineError, FIRST_PAGE, nodeFetch } from '../../unit/api/client-bed.ts';

const open: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

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
    } while (cursor !== null);
    expect(pages).toBe(3);
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
