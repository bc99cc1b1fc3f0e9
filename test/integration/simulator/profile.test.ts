import { afterEach, expect, test } from 'vitest';
import { CXPRESS_1_0 } from '../../../contract/profile/cxpress-1.0.ts';
import { apiProfileSchema, type ApiProfile } from '../../../contract/profile/schema.ts';
import { createSimulator, type Simulator } from '../../../simulator/simulator.ts';

/** As unlike the shipped profile as the schema allows. */
const OTHER: ApiProfile = apiProfileSchema.parse({
  ...CXPRESS_1_0,
  id: 'other', name: 'Other', origin: 'imported',
  auth: { in: 'header', header: 'X-Api-Key', prefix: '' },
  refresh: { method: 'POST', path: '/session/renew', body: { grant: 'refresh', token: 'rt:{refreshToken}' }, read: { apiToken: ['access.token'], refreshToken: ['access.next'] }, rejectedStatuses: [400] },
  block: { statuses: [403], bodyPattern: 'bloqueado' },
  versions: [
    { name: '2.0', prefix: '/api/2', operations: { 'ticket.list': { method: 'POST', path: '/atendimentos/buscar', query: {}, items: 'result.rows', paging: { style: 'page', pageParam: 'p', sizeParam: 'n', size: 50, firstPage: 0, total: 'result.count' }, updatedSince: { param: 'since', format: 'epochS' }, sort: null } } },
    { name: '1.0', prefix: '/api/1', operations: { 'department.list': { method: 'GET', path: '/setores', query: {}, items: '', paging: { style: 'none' }, updatedSince: null, sort: null }, 'ticket.get': { method: 'GET', path: '/atendimentos/{id}/dados', item: '' } } },
  ],
  fields: { ...CXPRESS_1_0.fields, ticket: { id: ['codigo'], subject: ['assunto'], updatedAt: ['alterado_em'] } },
});

let simulator: Simulator | undefined;
afterEach(() => simulator?.close());

test('another profile: other paths, header, paging, refresh, block and field names', async () => {
  let real = Date.UTC(2026, 0, 5, 12);
  simulator = await createSimulator({ tickets: 120, profile: OTHER, tokenRules: { rotate: true }, realTime: () => real });
  const { baseUrl, apiToken, refreshToken, parts } = simulator;
  const send = (path: string, body?: unknown, token = apiToken): Promise<Response> => fetch(`${baseUrl}${path}`, { headers: { 'x-api-key': token }, ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }) });

  const page = (await (await send('/api/2/atendimentos/buscar', { p: 2, n: 500 })).json()) as { result: { rows: Record<string, unknown>[]; count: number } };
  expect(page.result.count).toBe(120);
  expect(page.result.rows).toHaveLength(20);
  const [row] = page.result.rows;
  expect(row).toEqual(expect.objectContaining({ codigo: expect.any(String), assunto: expect.any(String), alterado_em: expect.any(String) }));
  expect(await (await send(`/api/1/atendimentos/${String(row?.['codigo'])}/dados`)).json()).toEqual(row);
  expect(await (await send('/api/1/setores')).json()).toHaveLength(9);
  expect((await send('/v1/tickets')).status).toBe(404);

  real += 5000;
  parts.activity.happen({ action: 'create', entity: 'ticket', fields: { subject: 'Novo' } });
  const changed = (await (await send('/api/2/atendimentos/buscar', { since: Math.floor(real / 1000) })).json()) as typeof page;
  expect(changed.result.rows).toEqual([expect.objectContaining({ assunto: 'Novo' })]);

  real += 3_600_000;
  expect((await send('/api/1/setores')).status).toBe(401);
  const renewed = (await (await send('/session/renew', { grant: 'refresh', token: `rt:${refreshToken}` })).json()) as { access: { token: string; next: string } };
  expect((await send('/api/1/setores', undefined, renewed.access.token)).status).toBe(200);
  expect((await send('/session/renew', { grant: 'refresh', token: `rt:${refreshToken}` })).status).toBe(400);
  expect(renewed.access.next).not.toBe(refreshToken);

  parts.limiter.block('127.0.0.1', real);
  const blocked = await send('/api/1/setores');
  expect([blocked.status, blocked.headers.get('retry-after')]).toEqual([403, '600']);
  expect(await blocked.text()).toContain('bloqueado');
  real += 600_000;
  expect((await send('/api/1/setores', undefined, renewed.access.token)).status).toBe(200);
  expect(parts.oracle.report().byOperation).toMatchObject({ 'ticket.list': 2, 'ticket.get': 1, refresh: 2, unknown: 1 });
});
