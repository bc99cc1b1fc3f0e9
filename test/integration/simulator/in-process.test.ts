import { afterEach, describe, expect, test } from 'vitest';
import { DIALECT_NAMES } from '../../../simulator/dialects/dialects.ts';
import type { FaultInput } from '../../../simulator/faults.ts';
import { createInProcessSimulator } from '../../../simulator/in-process.ts';
import { createSimulator, type Simulator } from '../../../simulator/simulator.ts';
import { createProfileReader, type ProfileReader } from '../../support/simulator/profile-reader.ts';

let simulator: Simulator | undefined;
afterEach(() => simulator?.close());

const START = Date.UTC(2026, 0, 5, 12);
/** Of the connection, not of the answer. */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding']);

type AnyFetch = (url: string, init: { method: string; headers: Record<string, string>; body?: string; redirect: 'manual' }) => Promise<Response>;
interface Call {
  readonly path: string;
  readonly method?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly fault?: FaultInput;
}

async function answer(fetch: AnyFetch, reader: ProfileReader, { path, method = 'GET', query = {}, body, fault }: Call): Promise<unknown> {
  simulator?.parts.faults.clear();
  if (fault) simulator?.parts.faults.add(fault);
  const { url, headers } = reader.call(path, query);
  try {
    const response = await fetch(url, { method, headers, redirect: 'manual', ...(body === undefined ? {} : { body }) });
    const sent = [...response.headers].filter(([name]) => !HOP_BY_HOP.has(name)).sort();
    const bytes = await response.arrayBuffer().then((buffer) => Buffer.from(buffer).toString('base64'), (error: Error) => `${error.name}: ${error.message}`);
    return { status: response.status, headers: sent, bytes };
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : error;
  }
}

function calls(reader: ProfileReader): Call[] {
  const list = reader.operation('ticket', 'list');
  const { id } = simulator?.visible('ticket')[3] ?? { id: '' };
  const row = reader.operation('ticket', 'get').path.replace('{id}', id);
  const faults: FaultInput[] = [
    { kind: 'status', status: 503, headers: { 'retry-after': '7' } }, { kind: 'status', status: 204 }, { kind: 'html' }, { kind: 'redirect', location: 'https://portal.example/' },
    { kind: 'brokenJson' }, { kind: 'truncated' }, { kind: 'drop' },
  ];
  return [
    { path: list.path, query: list.query }, { path: list.path, query: { ...list.query, page: '2', offset: '100' } }, { path: row }, { path: `${row}x` }, { path: '/nowhere' }, { path: list.path, method: 'DELETE' },
    { path: list.path, query: { ...list.query, limit: 'many', per_page: 'many', perPage: 'many' } },
    { path: simulator?.parts.profile.refresh.path ?? '', method: 'POST', body: '{"token":"unknown"}' }, { path: simulator?.parts.profile.refresh.path ?? '', method: 'POST', body: 'x'.repeat(70_000) },
    ...faults.map((fault) => ({ path: list.path, query: list.query, fault })),
  ];
}

test.each(DIALECT_NAMES)('over a socket and in process the same call has the same answer, byte for byte: %s', async (dialect) => {
  simulator = await createSimulator({ dialect, tickets: 130, realTime: () => START });
  const { baseUrl, apiToken, parts } = simulator;
  const reader = createProfileReader({ profile: parts.profile, fetch, baseUrl, token: apiToken });
  const inProcess = simulator.fetch as AnyFetch;
  for (const call of calls(reader)) {
    const loopback = await answer(fetch, reader, call);
    expect([call, await answer(inProcess, reader, call)]).toEqual([call, loopback]);
  }
  parts.limiter.block('127.0.0.1', START);
  const blocked = await answer(fetch, reader, { path: '/x' });
  expect(blocked).toMatchObject({ status: 429 });
  expect(await answer(inProcess, reader, { path: '/x' })).toEqual(blocked);
  const stranger = createProfileReader({ profile: parts.profile, fetch, baseUrl, token: 'cxa_unknown' });
  parts.limiter.unblock();
  const refused = await answer(fetch, stranger, { path: stranger.operation('task', 'list').path });
  expect(refused).toMatchObject({ status: 401 });
  expect(await answer(inProcess, stranger, { path: stranger.operation('task', 'list').path })).toEqual(refused);
});

describe('without sockets', () => {
  const make = (): ReturnType<typeof createInProcessSimulator> & { pass: (ms: number) => void; waiting: () => number } => {
    let now = START;
    let timers: { at: number; run: () => void }[] = [];
    const made = createInProcessSimulator({
      tickets: 5, realTime: () => now,
      after(ms, run) {
        const timer = { at: now + ms, run };
        timers.push(timer);
        return () => void (timers = timers.filter((other) => other !== timer));
      },
    });
    const pass = (ms: number): void => {
      now += ms;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { run } of due) run();
    };
    return { ...made, pass, waiting: () => timers.length };
  };
  const headersOf = ({ apiToken }: { apiToken: string }): Record<string, string> => ({ authorization: `Bearer ${apiToken}` });

  test('desktops share an address or do not, as they say', async () => {
    const world = make();
    world.parts.limiter.configure({ limit: 2 });
    const status = async (address: string): Promise<number> => (await world.fetchFrom(address)(`${world.baseUrl}/v1/tasks`, { headers: headersOf(world) })).status;
    expect([await status('10.0.0.1'), await status('10.0.0.2'), await status('10.0.0.1'), await status('10.0.0.1'), await status('10.0.0.2'), await status('10.0.0.2')]).toEqual([200, 200, 200, 429, 200, 429]);
    world.pass(600_000);
    expect(await status('10.0.0.1')).toBe(200);
    expect(world.parts.oracle.report().byAddress['10.0.0.1']).toEqual({ total: 4, maxInAny60s: 3 });
  });

  test('latency waits on the given clock, and a client that leaves takes its timer along', async () => {
    const world = make();
    world.parts.faults.add({ kind: 'latency', ms: 5000, count: 2 });
    let done = false;
    const slow = world.fetch(`${world.baseUrl}/v1/tasks`, { headers: headersOf(world) }).then((response) => (done = response.ok));
    await new Promise(setImmediate);
    expect([done, world.waiting()]).toEqual([false, 1]);
    world.pass(5000);
    expect(await slow).toBe(true);

    const leaving = new AbortController();
    const left = world.fetch(`${world.baseUrl}/v1/tasks`, { headers: headersOf(world), signal: leaving.signal });
    leaving.abort(new Error('enough'));
    await expect(left).rejects.toThrow('enough');
    await new Promise(setImmediate);
    expect(world.waiting()).toBe(0);
  });

  test('a cut answer is half of what it announced', async () => {
    const world = make();
    world.parts.faults.add({ kind: 'truncated' });
    const response = await world.fetch(`${world.baseUrl}/v1/tasks`, { headers: headersOf(world) });
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    const { value } = await reader.read();
    expect(value?.byteLength).toBe(Math.floor(Number(response.headers.get('content-length')) / 2));
    await expect(reader.read()).rejects.toThrow('terminated');
  });

  test('a hanging call ends with its signal; one that was over before it began is never counted', async () => {
    const world = make();
    world.parts.faults.add({ kind: 'hang' });
    const leaving = new AbortController();
    const hanging = world.fetch(`${world.baseUrl}/v1/tasks`, { signal: leaving.signal });
    await new Promise(setImmediate);
    leaving.abort(new Error('enough'));
    await expect(hanging).rejects.toThrow('enough');
    await expect(world.fetch(`${world.baseUrl}/v1/tasks`, { signal: leaving.signal })).rejects.toThrow('enough');
    expect(world.parts.oracle.report()).toMatchObject({ total: 1, byStatus: { 0: 1 } });
  });
});
