import { afterEach, describe, expect, it } from 'vitest';
import { ENTITIES, type Entity } from '../../../contract/entity.ts';
import type { AnyRecord } from '../../../contract/models/records.ts';
import { proposalSchema } from '../../../contract/profile/proposal.ts';
import type { ApiProfile } from '../../../contract/profile/schema.ts';
import { parseBaseUrl } from '../../../core/api/base-url.ts';
import { createApiClient } from '../../../core/api/client.ts';
import { resolveList } from '../../../core/api/resolve-operation.ts';
import { createTokenRequest } from '../../../core/api/token-request.ts';
import { systemClock } from '../../../core/clock.ts';
import { missingOperations, requireUsable } from '../../../core/profile/check-profile.ts';
import { propose } from '../../../core/profile/propose.ts';
import { readDocument } from '../../../core/profile/read-document.ts';
import { writeProfileFile } from '../../../core/profile/write-profile-file.ts';
import { Secret } from '../../../core/secret.ts';
import { DIALECT_NAMES, DIALECTS, type DialectName } from '../../../simulator/dialects/dialects.ts';
import { createSimulator, type Simulator } from '../../../simulator/simulator.ts';
import { renderCollection } from '../../support/collections/render-collection.ts';
import { FIRST_PAGE, nodeFetch, recordingGovernor } from '../../unit/api/client-bed.ts';

const open: Simulator[] = [];
afterEach(async () => {
  for (const simulator of open.splice(0)) await simulator.close();
});

/** A simulator that speaks a dialect, and the documentation its vendor would publish. */
async function vendor(dialect: DialectName, format: '2.0' | '2.1') {
  const simulator = await createSimulator({ seed: 11, tickets: 130, dialect, rateRules: { limit: 100_000 } });
  open.push(simulator);
  // The documentation is written with tokens of its own, so that rotation does not touch the reader's.
  const { apiToken, refreshToken } = simulator.parts.tokens.issue();
  const text = await renderCollection({
    profile: simulator.parts.profile, apiToken, refreshToken, baseUrl: simulator.baseUrl, title: `Vendor ${dialect}`, format,
    ask: async ({ method, path, headers, body }) => {
      const response = await fetch(`${simulator.baseUrl}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
      return { status: response.status, headers: [...response.headers], text: await response.text() };
    },
  });
  return { simulator, text, tokens: [apiToken, refreshToken] };
}

/** A client that knows the API through the proposed profile alone, its first token taken by the proposed refresh call. */
async function reader(simulator: Simulator, profile: ApiProfile) {
  if (profile.baseUrl === null) throw new Error('no address was found');
  const needs = { profile, baseUrl: parseBaseUrl(profile.baseUrl), fetch: nodeFetch, governor: recordingGovernor(), clock: systemClock() };
  const { apiToken } = await createTokenRequest(needs)(new Secret(simulator.parts.tokens.issue().refreshToken));
  return createApiClient({ ...needs, tokens: { current: async () => ({ token: apiToken, generation: 0 }), rejected: async () => Promise.reject(new Error('the token was refused')) } });
}

async function readAll(client: Awaited<ReturnType<typeof reader>>, entity: Entity, updatedSince: number | null = null): Promise<AnyRecord[]> {
  const rows: AnyRecord[] = [];
  let cursor: string | null = null;
  do {
    const reply: Awaited<ReturnType<typeof client.list<Entity>>> = await client.list(entity, { ...FIRST_PAGE, cursor, updatedSince });
    expect(reply.quarantined).toEqual([]);
    rows.push(...reply.rows);
    cursor = reply.next;
  } while (cursor !== null && rows.length < 10_000);
  return rows;
}

function byId(rows: readonly AnyRecord[]): unknown[] {
  return rows.map((row) => ({ ...row, extra: undefined })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

describe.each(DIALECT_NAMES)('the documentation of the dialect %s, imported', (dialect) => {
  it.each(['2.0', '2.1'] as const)('from format %s gives a profile that reads every row', async (format) => {
    const { simulator, text, tokens } = await vendor(dialect, format);
    const proposal = propose(readDocument(text, 'vendor.json'));
    expect(proposalSchema.safeParse(proposal).error).toBeUndefined();
    for (const token of tokens) expect(JSON.stringify(proposal)).not.toContain(token);
    expect(missingOperations(proposal.profile)).toEqual(missingOperations(DIALECTS[dialect].profile));
    expect(() => requireUsable(proposal.profile)).not.toThrow();
    const again = readDocument(writeProfileFile(proposal.profile), 'profile.json');
    if (again.kind !== 'profile') throw new Error('a profile file was not read as one');
    expect(again.profile).toEqual(proposal.profile);

    const client = await reader(simulator, again.profile);
    const knowing = await reader(simulator, { ...DIALECTS[dialect].profile, baseUrl: simulator.baseUrl });
    for (const entity of ENTITIES) {
      const rows = await readAll(client, entity);
      expect(rows.map(({ id }) => id).toSorted()).toEqual(simulator.visible(entity).map(({ id }) => id).toSorted());
      // Field for field what a reader makes of them who was told how the dialect speaks.
      expect(byId(rows)).toEqual(byId(await readAll(knowing, entity)));
      const [first] = rows;
      if (!first) throw new Error(`no ${entity} was read`);
      if (client.can(entity, 'get')) expect((await client.get(entity, first.id, { lane: 'open' })).row.id).toBe(first.id);
    }
  });

  it('keeps the update filter and the order, and no others', async () => {
    const { simulator, text } = await vendor(dialect, '2.1');
    const { profile } = propose(readDocument(text, 'vendor.json'));
    const spoken = DIALECTS[dialect].profile;
    for (const entity of ENTITIES) {
      const [found, true_] = [resolveList(profile, entity)?.operation, resolveList(spoken, entity)?.operation];
      expect({ entity, updatedSince: found?.updatedSince, sort: found?.sort }).toEqual({ entity, updatedSince: true_?.updatedSince, sort: true_?.sort });
    }
    if (!resolveList(profile, 'ticket')?.operation.updatedSince) return;
    const client = await reader(simulator, profile);
    const [any] = await readAll(client, 'ticket');
    simulator.parts.clock.advance(60_000);
    const since = simulator.parts.clock.now();
    simulator.parts.clock.advance(2000);
    simulator.parts.mutations.update('ticket', any?.id ?? '', { subject: 'Changed' });
    expect((await readAll(client, 'ticket', since)).map(({ id }) => id)).toEqual([any?.id]);
  });
});
