import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CALL_LIMIT_MS } from '../../../core/api/exchange.ts';
import { systemClock } from '../../../core/clock.ts';
import { createGovernor } from '../../../core/governor/governor.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { memoryState } from '../../support/memory-state.ts';
import { drop, hang, html, json, partial, redirect, startScriptedServer, text, type Script, type ScriptedServer } from '../../support/scripted-server.ts';
import { CANARY, clientBed, engineError, FIRST_PAGE } from '../../unit/api/client-bed.ts';

const PAGE = json({ data: [{ id: 't1', subject: 'Printer' }], meta: { total: 1 } });

describe('the client over real HTTP', () => {
  let server: ScriptedServer;
  beforeEach(async () => {
    server = await startScriptedServer();
  });
  afterEach(() => server.close());

  const failing: readonly [string, Script, string, object?][] = [
    ['a web page', html(), 'notJson'],
    ['a web page that forbids, even with the word of a block', html(403), 'notJson'],
    ['a refusal that is a web page', html(401), 'notJson'],
    ['text instead of JSON', text(200, 'text/plain', 'hello'), 'notJson'],
    ['an answer of no declared kind', text(200, null, 'hello'), 'notJson'],
    ['broken JSON', text(200, 'application/json', '{"data":[{"id":"t1"}'), 'wrongShape'],
    ['JSON nested too deeply', text(200, 'application/json', '['.repeat(200) + ']'.repeat(200)), 'wrongShape'],
    ['no body', text(200, 'application/json', ''), 'wrongShape'],
    ['no content', text(204, null, ''), 'wrongShape'],
    ['JSON without rows', json({ rows: [] }), 'wrongShape'],
    ['a path that is not there', json({ error: 'unknown' }, 404), 'wrongShape'],
    ['a permission refusal', json({ error: { code: 'forbidden' } }, 403), 'permissionMissing'],
    ['a permission refusal in plain words', text(403, 'text/plain', 'Forbidden'), 'permissionMissing'],
    ['a server error', html(502), 'serverError', { status: 502 }],
    ['6 MB', text(200, 'application/json', Buffer.alloc(6 * 1024 * 1024, 0x20)), 'tooLarge'],
  ];
  it.each(failing)('takes %s for what it is', async (_name, script, code, params = {}) => {
    server.play(script);
    const { client, governor } = clientBed({ baseUrl: server.baseUrl });
    const error = await engineError(client.list('ticket', FIRST_PAGE));
    expect(error.code).toBe(code);
    expect(error.params ?? {}).toMatchObject(params);
    expect(governor.ends).toHaveLength(1);
    expect(server.seen).toHaveLength(1);
  });

  const breaking: readonly [string, Script][] = [
    ['drops the connection', drop()],
    ['cuts the answer short', partial('cut')],
  ];
  it.each(breaking)('calls a server that %s unreachable, and does not know what became of the request', async (_name, script) => {
    server.play(script);
    const { client, governor } = clientBed({ baseUrl: server.baseUrl });
    const error = await engineError(client.list('ticket', FIRST_PAGE));
    expect(error).toMatchObject({ code: 'unreachable', retry: true });
    expect(governor.ends).toEqual(['unknown']);
  });

  it.each([['says nothing', hang()], ['falls silent in mid-answer', partial('silent')]])('gives up on a server that %s', async (_name, script) => {
    server.play(script);
    const clock = fakeClock();
    const { client, governor } = clientBed({ baseUrl: server.baseUrl, clock });
    const failed = engineError(client.list('ticket', FIRST_PAGE));
    await server.arrived(1);
    await clock.advance(CALL_LIMIT_MS - 1);
    expect(governor.ends).toEqual([]);
    await clock.advance(1);
    expect(await failed).toMatchObject({ code: 'unreachable', retry: true });
    expect(governor.ends).toEqual(['unknown']);
    expect(clock.pending()).toBe(0);
  });

  it('stops when the caller aborts, with the caller’s reason', async () => {
    server.play(partial('silent'));
    const { client, governor } = clientBed({ baseUrl: server.baseUrl });
    const controller = new AbortController();
    const reason = new Error('closed');
    const call = client.list('ticket', { ...FIRST_PAGE, signal: controller.signal });
    const rejected = expect(call).rejects.toBe(reason);
    await server.arrived(1);
    controller.abort(reason);
    await rejected;
    expect(governor.ends).toEqual(['unknown']);
  });

  it.each([301, 302, 303, 307, 308])('does not carry the token along a redirect (%i) to another origin', async (status) => {
    const other = await startScriptedServer();
    try {
      server.play(redirect(`${other.baseUrl}/v1/tickets`, status));
      const { client, governor } = clientBed({ baseUrl: server.baseUrl });
      expect(await engineError(client.list('ticket', FIRST_PAGE))).toMatchObject({ code: 'redirected', params: { host: new URL(server.baseUrl).host } });
      expect(server.seen[0]?.headers.authorization).toContain(CANARY);
      expect(other.seen).toEqual([]);
      expect(governor.ends).toHaveLength(1);
    } finally {
      await other.close();
    }
  });

  it('sends nothing to a server whose certificate nobody signed', async () => {
    const secure = await startScriptedServer({ secure: true });
    try {
      const { client } = clientBed({ baseUrl: secure.baseUrl });
      expect(await engineError(client.list('ticket', FIRST_PAGE))).toMatchObject({ code: 'tls' });
      expect(secure.seen).toEqual([]);
    } finally {
      await secure.close();
    }
  });

  it('calls a port where nobody listens unreachable', async () => {
    await server.close();
    const { client } = clientBed({ baseUrl: server.baseUrl });
    expect(await engineError(client.list('ticket', FIRST_PAGE))).toMatchObject({ code: 'unreachable', retry: true });
  });

  it('tells the governor of a block, and of how long the server says it lasts', async () => {
    server.play(json({ error: 'slow down' }, 429, { 'retry-after': '120' }));
    const { client, governor } = clientBed({ baseUrl: server.baseUrl });
    expect(await engineError(client.list('ticket', FIRST_PAGE))).toMatchObject({ code: 'blocked', retry: true });
    expect(governor.ends).toEqual([{ blocked: 120_000 }]);
  });

  it('takes a 403 for a block when its JSON says so', async () => {
    server.play(json({ error: { message: 'This IP address is BLOCKED' } }, 403));
    const { client, governor } = clientBed({ baseUrl: server.baseUrl });
    expect((await engineError(client.list('ticket', FIRST_PAGE))).code).toBe('blocked');
    expect(governor.ends).toEqual([{ blocked: null }]);
  });

  it('sends nothing more after a block', async () => {
    server.play(json({}, 429, { 'retry-after': '900' }));
    const governor = createGovernor({ clock: systemClock(), state: memoryState(), budget: 100 });
    try {
      const { client } = clientBed({ baseUrl: server.baseUrl, governor });
      const first = await engineError(client.list('ticket', FIRST_PAGE));
      const until = Number(first.params?.until);
      expect(until - Date.now()).toBeGreaterThan(800_000);
      expect((await engineError(client.list('task', FIRST_PAGE))).code).toBe('blocked');
      expect(server.seen).toHaveLength(1);
    } finally {
      governor.dispose();
    }
  });

  it('has a refused token renewed once and tries again', async () => {
    server.play(json({}, 401), PAGE);
    const { client, tokens, governor } = clientBed({ baseUrl: server.baseUrl });
    expect((await client.list('ticket', FIRST_PAGE)).rows).toHaveLength(1);
    expect(tokens.refused).toEqual([0]);
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${CANARY}-0`, `Bearer ${CANARY}-1`]);
    expect(governor.ends).toEqual(['done', 'done']);
  });

  it.each([['JSON', json({}, 401)], ['plain words', text(401, 'text/plain', 'Unauthorized')], ['nothing', text(401, null, '')]])('gives up after a second refusal (in %s)', async (_name, script) => {
    server.play(script);
    const { client, tokens, governor } = clientBed({ baseUrl: server.baseUrl });
    expect((await engineError(client.list('ticket', FIRST_PAGE))).code).toBe('apiTokenRejected');
    expect(tokens.refused).toEqual([0]);
    expect(governor.ends).toEqual(['done', 'done']);
  });

  it.each([404, 410])('reports a single item that answers %i as not found', async (status) => {
    server.play(json({ error: 'gone' }, status));
    const { client } = clientBed({ baseUrl: server.baseUrl });
    expect((await engineError(client.get('ticket', 't1', { lane: 'open' }))).code).toBe('notFound');
  });

  it('reads a single item at its encoded address', async () => {
    server.play(json({ data: { id: 'a/b ?', subject: 'Odd' } }, 200, { date: 'Mon, 05 Jan 2026 12:00:00 GMT' }));
    const { client } = clientBed({ baseUrl: `${server.baseUrl}/hub/` });
    const { row, serverTime } = await client.get('ticket', 'a/b ?', { lane: 'open' });
    expect(row.subject).toBe('Odd');
    expect(serverTime).toBe(Date.UTC(2026, 0, 5, 12));
    expect(server.seen[0]?.url).toBe('/hub/v1/tickets/a%2Fb%20%3F');
  });

  it('reads rows of any spelling, splits of characters across packets included', async () => {
    const bytes = Buffer.from(JSON.stringify({ Data: [{ ID: 12, 'Sector ID': 's1', Subject: 'Ação 🖨' }], meta: { total: '1' } }));
    const cut = bytes.indexOf(0xf0) + 2;
    server.play((response) => {
      response.writeHead(200, { 'content-type': 'application/vnd.cxpress+json' });
      response.write(bytes.subarray(0, cut), () => setImmediate(() => response.end(bytes.subarray(cut))));
    });
    const { client } = clientBed({ baseUrl: server.baseUrl });
    const reply = await client.list('ticket', FIRST_PAGE);
    expect(reply.rows).toMatchObject([{ id: '12', departmentId: 's1', subject: 'Ação 🖨' }]);
    expect(reply).toMatchObject({ total: 1, next: null });
  });
});
