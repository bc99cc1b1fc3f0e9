import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runCli, startSimulator, type SimulatorProcess } from './start-simulator.ts';
import { receiveWebhooks } from './webhook-receiver.ts';

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: { data?: Record<string, unknown>[] & Record<string, unknown>; meta?: { total: number }; error?: { code: string } };
}

let simulator: SimulatorProcess;
let apiToken: string;

async function call(path: string, token = apiToken, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`${simulator.baseUrl}${path}`, { redirect: 'manual', ...init, headers: { authorization: `Bearer ${token}` } });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

function refresh(refreshToken: string): Promise<Answer> {
  return call('/v1/auth/refresh', '', { method: 'POST', body: JSON.stringify({ refresh_token: refreshToken }) });
}

beforeAll(async () => {
  simulator = await startSimulator('--port', '0', '--tickets', '500', '--seed', '7');
});
beforeEach(async () => {
  await simulator.controls.clearFaults();
  await simulator.controls.rate({ limit: 300, blockMs: 600_000, block: false });
  ({ apiToken } = await simulator.controls.tokens());
});
afterAll(async () => {
  await simulator.stop();
});

describe('the command', () => {
  test('prints one line and ends on SIGTERM', async () => {
    const other = await startSimulator('--tickets', '20', '--seed', '7');
    expect(other).toMatchObject({ seed: 7, counts: { ticket: 20, task: 5, consumer: 12 } });
    expect((await fetch(`${other.baseUrl}/v1/tickets`, { headers: { authorization: `Bearer ${other.apiToken}` } })).status).toBe(200);
    expect(await other.stop()).toBe(0);
    expect(other.lines).toHaveLength(1);
  });

  test('refuses bad arguments with one sentence and exit 2; explains itself with --help', async () => {
    expect(await runCli('--tickets', 'many')).toEqual({ code: 2, stdout: '', stderr: '--tickets must be a whole number from 0 to 500000, not "many". Try --help.\n' });
    expect(await runCli('--profile', '/nowhere/profile.json')).toEqual({ code: 2, stdout: '', stderr: '--profile: /nowhere/profile.json cannot be read.\n' });
    const help = await runCli('--help');
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toContain('--activity N/min');
  });

  test('says which port is taken', async () => {
    const { port } = new URL(simulator.baseUrl);
    expect(await runCli('--port', port, '--tickets', '0')).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(`Port ${port} of 127.0.0.1 is taken`) });
  });
});

describe('the API', () => {
  test('lists pages by update time, with totals, and reads one row', async () => {
    const first = await call('/v1/tickets?page=1&per_page=200&sort=-updated_at');
    expect(first).toMatchObject({ status: 200, body: { meta: { total: 500 } } });
    expect(first.body.data).toHaveLength(200);
    const last = await call('/v1/tickets?page=3&per_page=200&sort=-updated_at');
    expect(last.body.data).toHaveLength(100);
    const times = [...(first.body.data ?? []), ...(last.body.data ?? [])].map((row) => String(row['updated_at']));
    expect(times).toEqual([...times].sort().reverse());
    const row = first.body.data?.[0];
    expect((await call(`/v1/tickets/${String(row?.['id'])}`)).body.data).toEqual(row);
    expect(await call('/v1/tickets/none')).toMatchObject({ status: 404 });
    expect(await call('/v1/nonsense')).toMatchObject({ status: 404 });
    expect(await call('/v1/tickets?page=x')).toMatchObject({ status: 400, body: { error: { code: 'invalid_parameter' } } });
    expect(await call('/v1/tickets', apiToken, { method: 'DELETE' })).toMatchObject({ status: 405 });
  });

  test('an update filter shows changes and tombstones from its bound on', async () => {
    const [kept] = await simulator.controls.emit({ action: 'update', entity: 'ticket', fields: { status: 'Resolved' } });
    const [gone] = await simulator.controls.emit({ action: 'delete', entity: 'ticket' });
    const { updatedAt } = await simulator.controls.entity('ticket', kept?.id ?? '');
    const { body } = await call(`/v1/tickets?updated_since=${new Date(updatedAt).toISOString()}&sort=updated_at`);
    expect(body.data).toEqual([expect.objectContaining({ id: kept?.id, status: 'Resolved', deleted_at: null }), expect.objectContaining({ id: gone?.id, deleted_at: expect.any(String) })]);
    expect((await call(`/v1/tickets/${gone?.id}`)).status).toBe(404);
    expect((await simulator.controls.world()).counts.ticket).toBe(499);
    await simulator.controls.patch('ticket', gone?.id ?? '', { deletedAt: null });
  });

  test('the Date header is the simulator’s own time', async () => {
    await simulator.controls.clock({ advanceMs: 86_400_000 });
    const { headers } = await call('/v1/sectors?per_page=1');
    const ahead = Date.parse(headers.get('date') ?? '') - Date.now();
    await simulator.controls.clock({ advanceMs: -86_400_000 });
    expect(Math.round(ahead / 3_600_000)).toBe(24);
  });

  test('a token lives an hour, a refresh gives another, a missing permission is 403 and only there', async () => {
    const pair = await simulator.controls.tokens({ permissions: ['ticket', 'consumer'] });
    expect((await call('/v1/tickets', pair.apiToken)).status).toBe(200);
    expect(await call('/v1/tasks', pair.apiToken)).toMatchObject({ status: 403, body: { error: { code: 'permission_missing' } } });
    await simulator.controls.clock({ advanceMs: 3_600_000 });
    expect(await call('/v1/tickets', pair.apiToken)).toMatchObject({ status: 401 });
    const renewed = await refresh(pair.refreshToken);
    expect(renewed.status).toBe(200);
    expect((await call('/v1/tickets', String(renewed.body.data?.['api_token']))).status).toBe(200);
    await simulator.controls.clock({ advanceMs: 167 * 3_600_000 });
    expect(await refresh(pair.refreshToken)).toMatchObject({ status: 401, body: { error: { code: 'refresh_token_invalid' } } });
    await simulator.controls.clock({ advanceMs: -168 * 3_600_000 });
    const { refreshes } = await simulator.controls.oracle();
    expect(refreshes.log.slice(-2).map(({ ok }) => ok)).toEqual([true, false]);
    expect(await refresh('')).toMatchObject({ status: 401 });
    expect(await call('/v1/auth/refresh', '', { method: 'POST', body: 'x' })).toMatchObject({ status: 422 });
  });

  test('exceeding the limit blocks the address, refresh included, and no other address', async () => {
    const before = (await simulator.controls.oracle()).rate.addresses['127.0.0.1']?.total ?? 0;
    await simulator.controls.rate({ block: true });
    const blocked = await call('/v1/tickets');
    expect(blocked).toMatchObject({ status: 429, body: { error: { code: 'ip_blocked' } } });
    expect(Number(blocked.headers.get('retry-after'))).toBeGreaterThan(590);
    expect(JSON.stringify(blocked.body)).toContain('block');
    expect((await refresh('any')).status).toBe(429);
    const elsewhere = await new Promise<number>((resolve, reject) => {
      request(`${simulator.baseUrl}/v1/tickets`, { localAddress: '127.0.0.2', headers: { authorization: `Bearer ${apiToken}` } }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      }).on('error', reject).end();
    });
    expect(elsewhere).toBe(200);
    const { addresses } = (await simulator.controls.oracle()).rate;
    expect(addresses['127.0.0.1']).toMatchObject({ total: before + 2, blockedUntil: expect.any(Number) });
    expect(addresses['127.0.0.2']).toMatchObject({ total: 1, maxInAny60s: 1, blocks: 0, blockedUntil: null });
  });

  test('the 301st request in a minute is the one that is refused', async () => {
    const fresh = await startSimulator('--tickets', '1');
    const statuses: number[] = [];
    for (let i = 0; i < 302; i++) statuses.push((await fetch(`${fresh.baseUrl}/v1/ticket-tags?per_page=1`, { headers: { authorization: `Bearer ${fresh.apiToken}` } })).status);
    const { rate, requests } = await fresh.controls.oracle();
    await fresh.stop();
    expect(statuses.slice(0, 300).every((status) => status === 200)).toBe(true);
    expect(statuses.slice(300)).toEqual([429, 429]);
    expect(rate).toMatchObject({ maxInAny60s: 302, everBlocked: true, addresses: { '127.0.0.1': { blocks: 1 } } });
    expect(requests).toMatchObject({ total: 302, byOperation: { 'ticketTag.list': 302 }, byPath: { 'GET /v1/ticket-tags': 302 }, byStatus: { 200: 300, 429: 2 } });
  });
});

describe('scripted faults', () => {
  test('each kind looks on the wire as it should', async () => {
    const path = '/v1/custom-fields';
    const get = (): Promise<Response> => fetch(`${simulator.baseUrl}${path}`, { redirect: 'manual', headers: { authorization: `Bearer ${apiToken}` } });
    const { controls } = simulator;
    await controls.fault({ kind: 'status', path, status: 503, headers: { 'retry-after': '7' } });
    const down = await get();
    expect([down.status, down.headers.get('retry-after')]).toEqual([503, '7']);
    await controls.fault({ kind: 'html', path });
    expect((await get()).headers.get('content-type')).toContain('text/html');
    await controls.fault({ kind: 'redirect', path, location: 'http://127.0.0.1:9/login' });
    expect((await get()).headers.get('location')).toBe('http://127.0.0.1:9/login');
    await controls.fault({ kind: 'brokenJson', path });
    await expect((await get()).json()).rejects.toThrow(SyntaxError);
    await controls.fault({ kind: 'truncated', path });
    await expect(get().then((response) => response.text())).rejects.toThrow();
    await controls.fault({ kind: 'drop', path });
    await expect(get()).rejects.toThrow();
    await controls.fault({ kind: 'hang', path });
    await expect(fetch(`${simulator.baseUrl}${path}`, { signal: AbortSignal.timeout(150) })).rejects.toThrow(/timeout/);
    await controls.fault({ kind: 'latency', path, ms: 120 });
    const began = performance.now();
    expect((await get()).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThanOrEqual(115);
    expect((await get()).status).toBe(200);
    expect((await controls.requests()).slice(-9).map(({ fault }) => fault)).toEqual(['status', 'html', 'redirect', 'brokenJson', 'truncated', 'drop', 'hang', 'latency', null]);
  });

  test('a refresh whose answer is cut has happened all the same', async () => {
    const { refreshToken } = await simulator.controls.tokens({ rotate: true });
    await simulator.controls.fault({ kind: 'truncated', path: '/v1/auth/*' });
    await expect(refresh(refreshToken)).rejects.toThrow();
    expect((await refresh(refreshToken)).status).toBe(401);
  });
});

describe('webhooks', () => {
  test('create and update are posted in the documented envelope, each only where it is enabled', async () => {
    const receiver = await receiveWebhooks();
    const { controls } = simulator;
    await controls.webhook({ url: receiver.url, create: true, update: false });
    const [created] = await controls.emit({ action: 'create', entity: 'department', fields: { name: 'Setor teste', keyWords: ['esquerda'] } });
    await controls.patch('department', created?.id ?? '', { name: 'Setor' });
    await expect.poll(() => receiver.deliveries.length).toBe(1);
    await controls.webhook({ url: receiver.url, create: false, update: true });
    await controls.emit({ action: 'create', entity: 'ticketTag' });
    await controls.remove('department', created?.id ?? '');
    await expect.poll(() => receiver.deliveries.length).toBe(2);
    await receiver.close();

    const [onCreate, onDelete] = receiver.deliveries;
    expect(onCreate).toMatchObject({ method: 'POST', contentType: 'application/json', body: { entity: 'sector', type: 'create' } });
    expect(Object.keys(onCreate?.body ?? {})).toEqual(['entity', 'type', 'data']);
    expect(Object.keys(onCreate?.body.data ?? {}).sort()).toEqual(['active', 'company id', 'created at', 'deleted at', 'employees user ids', 'id', 'key words', 'name', 'updated at']);
    expect(onCreate?.body.data).toMatchObject({ id: created?.id, name: 'Setor teste', 'key words': ['esquerda'], 'deleted at': null });
    expect(onDelete?.body).toMatchObject({ entity: 'sector', type: 'update', data: { id: created?.id, 'deleted at': expect.any(String) } });

    const [first, second] = (await controls.events()).slice(-4);
    expect(first).toMatchObject({ webhook: 'delivered', webhookSentAt: expect.any(Number), webhookAckMs: expect.any(Number) });
    expect(second).toMatchObject({ webhook: 'off', webhookSentAt: null, webhookAckMs: null });
  });

  test('a receiver that refuses or is gone is counted as failed', async () => {
    const refusing = await receiveWebhooks(500);
    const { controls } = simulator;
    const before = (await controls.oracle()).webhooks.failed;
    await controls.webhook({ url: refusing.url });
    await controls.emit({ action: 'update', entity: 'ticket' });
    await expect.poll(async () => (await controls.oracle()).webhooks.failed).toBe(before + 1);
    await refusing.close();
    await controls.emit({ action: 'update', entity: 'ticket' });
    await expect.poll(async () => (await controls.oracle()).webhooks.failed).toBe(before + 2);
    await controls.webhook({ url: null });
    expect((await controls.events()).slice(-2)).toEqual([expect.objectContaining({ webhook: 'failed', webhookAckMs: null }), expect.objectContaining({ webhook: 'failed' })]);
  });
});

describe('the control API', () => {
  test('refuses what it does not understand with a sentence', async () => {
    const send = async (method: string, path: string, body?: string): Promise<[number, string]> => {
      const response = await fetch(`${simulator.control}${path}`, { method, ...(body === undefined ? {} : { body }) });
      return [response.status, ((await response.json()) as { error: string }).error];
    };
    expect(await send('POST', '/rate', '{"limit":"x"}')).toEqual([400, expect.stringContaining('at limit')]);
    expect(await send('POST', '/faults', '{"kind":"gremlin"}')).toEqual([400, expect.stringContaining('at kind')]);
    expect(await send('POST', '/faults', '{kind')).toEqual([400, 'The body is not JSON.']);
    expect(await send('POST', '/events', '{"action":"update","entity":"ticket","id":"a","count":2}')).toEqual([400, expect.stringContaining('count of 1')]);
    expect(await send('PATCH', '/entities/ticket/x', '{"id":"y"}')).toEqual([400, expect.stringContaining('cannot be changed')]);
    expect(await send('PATCH', '/entities/ticket/x', '{"updatedAt":"now"}')).toEqual([400, expect.stringContaining('epoch')]);
    expect(await send('GET', '/entities/parrot')).toEqual([400, expect.any(String)]);
    expect(await send('PATCH', '/entities/ticket/none', '{}')).toEqual([404, 'There is no such row.']);
    expect(await send('GET', '/nothing')).toEqual([404, 'There is no such control operation.']);
    expect(await send('PUT', '/oracle')).toEqual([405, 'This path takes GET.']);
    expect((await fetch(`${new URL(simulator.control).origin}/oracle`)).status).toBe(404);
  });

  test('its calls are not counted as API requests', async () => {
    const { requests } = await simulator.controls.oracle();
    await simulator.controls.world();
    expect((await simulator.controls.oracle()).requests.total).toBe(requests.total);
  });

  test('live activity happens by itself until it is stopped', async () => {
    const { controls } = simulator;
    const before = (await controls.oracle()).events.total;
    await controls.activity(3000);
    await expect.poll(async () => (await controls.oracle()).events.total, { timeout: 10_000 }).toBeGreaterThan(before + 5);
    await controls.activity(0);
    const stopped = (await controls.oracle()).events.total;
    const events = await controls.events(before);
    expect(events).toHaveLength(stopped - before);
    expect(events.every(({ seq }, index) => seq === before + index + 1)).toBe(true);
    expect((await controls.oracle()).events.total).toBe(stopped);
  });

  test('tells the server’s truth in whole, tombstones on request', async () => {
    const { counts } = await simulator.controls.world();
    const living = await simulator.controls.entities('consumer');
    expect(living).toHaveLength(counts.consumer);
    const all = await simulator.controls.entities('consumer', { deleted: true });
    expect(all.filter(({ deletedAt }) => deletedAt === null)).toEqual(living);
    expect(all.length).toBeGreaterThan(living.length);
  });
});
