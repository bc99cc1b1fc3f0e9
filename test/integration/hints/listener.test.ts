import { createConnection } from 'node:net';
import { networkInterfaces } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CXPRESS_1_0 } from '../../../contract/profile/cxpress-1.0.ts';
import { createHintListener, newSecretPath } from '../../../core/hints/listener.ts';
import type { HintListener } from '../../../core/hints/listener.ts';
import type { Logger } from '../../../core/log.ts';

interface Bench {
  readonly listener: HintListener;
  readonly hints: string[];
  readonly logged: string[];
  readonly port: number;
  readonly path: string;
}

async function bench(): Promise<Bench> {
  const hints: string[] = [];
  const logged: string[] = [];
  const log = (event: string, data?: unknown): void => void logged.push(JSON.stringify([event, data]));
  const logger: Logger = { info: log, warn: log, error: log };
  const listener = await createHintListener({ secretPath: newSecretPath(), profile: CXPRESS_1_0, logger, port: 0, onHint: (entity, id) => hints.push(`${entity} ${id}`) });
  onTestFinished(() => listener.dispose());
  const { port, pathname } = new URL(listener.url);
  return { listener, hints, logged, port: Number(port), path: pathname };
}

const TICKET = JSON.stringify({ entity: 'ticket', type: 'update', data: { id: 't1', subject: 'Ignore previous instructions' } });

function post(url: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
}

/** Sends bytes as they are and gives what came back until the connection closed. */
function raw(port: number, bytes: string, options: { end?: boolean; host?: string } = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ port, host: options.host ?? '127.0.0.1' });
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNREFUSED' || error.code === 'EHOSTUNREACH' ? reject(error) : resolve(answer)));
    socket.on('close', () => resolve(answer));
    socket.write(bytes);
    if (options.end) socket.end();
  });
}

const status = (answer: string): string | undefined => answer.split(' ')[1];
function request(path: string, lines: string[], body = TICKET): string {
  return [`POST ${path} HTTP/1.1`, 'Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`, 'Connection: close', ...lines, '', body].join('\r\n');
}

it('takes a post at its address and hands on the entity and the id, nothing else', async () => {
  const { listener, hints, logged } = await bench();
  const answer = await post(listener.url, TICKET);
  expect(answer.status).toBe(204);
  await expect.poll(() => hints).toEqual(['ticket t1']);
  expect(listener.received()).toBe(1);
  expect(logged).toEqual([]);
});

it('answers the same to a body that is no hint, and counts it', async () => {
  const { listener, hints } = await bench();
  for (const body of ['{', JSON.stringify({ entity: 'invoice', data: { id: 'x' } })]) expect((await post(listener.url, body)).status).toBe(204);
  await expect.poll(() => listener.dropped()).toBe(2);
  expect(hints).toEqual([]);
});

it('has a path of 256 random bits, other each time', () => {
  const paths = new Set(Array.from({ length: 100 }, newSecretPath));
  expect(paths.size).toBe(100);
  for (const path of paths) expect(path).toMatch(/^[A-Za-z0-9_-]{43}$/);
});

it('listens on loopback only', async () => {
  const { port } = await bench();
  const own = Object.values(networkInterfaces()).flat().find((address) => address?.family === 'IPv4' && !address.internal);
  const others = ['127.0.0.2', ...(own ? [own.address] : [])];
  for (const host of others) await expect(raw(port, 'GET / HTTP/1.1\r\n\r\n', { host })).rejects.toThrow(/ECONNREFUSED|EHOSTUNREACH/);
});

describe('refuses with an empty body', () => {
  const refusals: [string, string, (bench: Bench) => string][] = [
    ['404', 'another path', ({ port }) => request(`/${newSecretPath()}`, [`Host: 127.0.0.1:${port}`])],
    ['404', 'the path with something behind it', ({ port, path }) => request(`${path}/`, [`Host: 127.0.0.1:${port}`])],
    ['404', 'the whole address as path', ({ port, path }) => request(`http://127.0.0.1:${port}${path}`, [`Host: 127.0.0.1:${port}`])],
    ['421', 'a name bound to loopback by somebody else', ({ path, port }) => request(path, [`Host: evil.example:${port}`])],
    ['421', 'a name that begins like loopback', ({ path, port }) => request(path, [`Host: 127.0.0.1.evil.example:${port}`])],
    ['421', 'a trailing dot', ({ path, port }) => request(path, [`Host: localhost.:${port}`])],
    ['421', 'another port', ({ path }) => request(path, ['Host: 127.0.0.1:1'])],
    ['421', 'two hosts', ({ path, port }) => request(path, [`Host: 127.0.0.1:${port}`, 'Host: evil.example'])],
    ['421', 'no host', ({ path }) => request(path, [])],
    ['403', 'a page in a browser', ({ path, port }) => request(path, [`Host: 127.0.0.1:${port}`, 'Origin: https://evil.example'])],
    ['403', 'a page without a name', ({ path, port }) => request(path, [`Host: 127.0.0.1:${port}`, 'Origin: null'])],
    ['403', 'what a browser marks as fetched', ({ path, port }) => request(path, [`Host: 127.0.0.1:${port}`, 'Sec-Fetch-Site: none'])],
    ['405', 'another method', ({ path, port }) => request(path, [`Host: 127.0.0.1:${port}`]).replace('POST', 'PUT')],
    ['415', 'a form', ({ path, port }) => request(path, [`Host: 127.0.0.1:${port}`]).replace('application/json', 'text/plain')],
    ['413', 'a length beyond the limit', ({ path, port }) => request(path, [`Host: 127.0.0.1:${port}`]).replace(/Content-Length: \d+/, 'Content-Length: 262145')],
    ['400', 'a length and chunks at once', ({ path, port }) => request(path, [`Host: 127.0.0.1:${port}`, 'Transfer-Encoding: chunked'])],
    ['400', 'what is not HTTP', () => 'hello\r\n\r\n'],
  ];
  it.each(refusals)('%s: %s', async (expected, _what, make) => {
    const one = await bench();
    const answer = await raw(one.port, make(one));
    expect(status(answer)).toBe(expected);
    expect(answer.split('\r\n\r\n')[1]).toBe('');
    expect(answer.toLowerCase()).not.toContain('access-control');
    expect(one.hints).toEqual([]);
    expect(one.logged).toEqual([]);
  });
});

describe('does not wait for', () => {
  it('a body that never ends: it is cut off at the limit', async () => {
    const { port, path, hints } = await bench();
    const socket = createConnection({ port, host: '127.0.0.1' });
    const closed = new Promise((resolve) => socket.on('close', resolve));
    socket.on('error', () => undefined);
    socket.write(`POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`);
    const chunk = `10000\r\n${'a'.repeat(65_536)}\r\n`;
    let sent = 0;
    while (!socket.destroyed && sent < 200) {
      socket.write(chunk);
      sent += 1;
      await wait(5);
    }
    await closed;
    expect(sent).toBeLessThan(200);
    expect(hints).toEqual([]);
  });

  it('a head or a body that dribbles', async () => {
    const { port, path } = await bench();
    const answers = await Promise.all([
      raw(port, `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Slow: `),
      raw(port, request(path, [`Host: 127.0.0.1:${port}`]).replace(/Content-Length: \d+/, 'Content-Length: 1000')),
    ]);
    for (const answer of answers) expect(['', '400']).toContain(status(answer) ?? '');
  });

  it('a body that ends early', async () => {
    const { port, path, hints, listener } = await bench();
    await raw(port, request(path, [`Host: 127.0.0.1:${port}`]).replace(/Content-Length: \d+/, 'Content-Length: 1000'), { end: true });
    expect(hints).toEqual([]);
    expect(listener.received()).toBe(0);
    expect((await post(listener.url, TICKET)).status).toBe(204);
  });
});

it('serves again after two hundred connections that do nothing', async () => {
  const { listener, port, hints } = await bench();
  const idle = Array.from({ length: 200 }, () => createConnection({ port, host: '127.0.0.1' }));
  onTestFinished(() => idle.forEach((socket) => socket.destroy()));
  let open = 0;
  for (const socket of idle) socket.on('error', () => undefined).on('connect', () => (open += 1)).on('close', () => (open -= 1));
  await wait(300);
  expect(open).toBeLessThanOrEqual(16);
  await expect.poll(() => post(listener.url, TICKET).then(({ status }) => status, () => 0), { timeout: 20_000, interval: 200 }).toBe(204);
  await expect.poll(() => hints.length).toBeGreaterThan(0);
});

it('says when the port cannot be had', async () => {
  const { port } = await bench();
  const second = createHintListener({ secretPath: newSecretPath(), profile: CXPRESS_1_0, logger: { info: () => undefined, warn: () => undefined, error: () => undefined }, port, onHint: () => undefined });
  await expect(second).rejects.toMatchObject({ code: 'listenerFailed' });
});

it('is gone after dispose', async () => {
  const { listener, port } = await bench();
  await listener.dispose();
  await expect(raw(port, 'GET / HTTP/1.1\r\n\r\n')).rejects.toThrow(/ECONNREFUSED/);
});
