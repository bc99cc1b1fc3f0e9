import { createServer, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import * as selfsigned from 'selfsigned';
import { ALL_ROWS } from '../../contract/models/filter.ts';
import { ask, askUntil } from '../support/app/bridge.ts';
import { fillConnection, signIn } from '../support/app/sign-in.ts';
import { expect, test } from './desk.ts';

async function answering(handle: (path: string) => { status: number; headers: Record<string, string>; body: string }): Promise<{ url: string; server: Server; tokens: string[] }> {
  const tokens: string[] = [];
  const server = createServer((request, response) => {
    if (request.headers.authorization) tokens.push(request.headers.authorization);
    const { status, headers, body } = handle(request.url ?? '/');
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server, tokens };
}

test.describe('first run says what is wrong and what to do', () => {
  test('plain http to another computer is refused before anything is sent', async ({ launch, simulator }) => {
    const page = await (await launch()).mainWindow();
    await fillConnection(page, { ...simulator, baseUrl: 'http://api.example.test' });
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByText('This address is not encrypted, so your tokens would travel readable.')).toBeVisible();
    await expect(page.getByText('Use an address that begins with https://.')).toBeVisible();
    await expect(page.getByLabel('API address', { exact: true })).toBeFocused();
    await expect(page.getByLabel('API token', { exact: true })).toHaveValue(simulator.apiToken);
  });

  test('wrong API token and dead refresh token', async ({ launch, simulator }) => {
    const page = await (await launch()).mainWindow();
    await fillConnection(page, { baseUrl: simulator.baseUrl, apiToken: 'wrong', refreshToken: 'wrong too' });
    await page.getByRole('button', { name: 'Test connection' }).click();
    await expect(page.getByText(/Cxpress refused the (API|refresh) token\./).first()).toBeVisible();
    await signIn(page, simulator);
  });

  test('an expired API token is replaced by means of the refresh token', async ({ launch, simulator }) => {
    await simulator.control.clock({ advanceMs: 2 * 60 * 60_000 });
    const page = await (await launch()).mainWindow();
    await signIn(page, simulator);
    expect((await simulator.control.oracle()).requests.byOperation['refresh']).toBe(1);
  });

  test('nobody answers', async ({ launch, simulator }) => {
    const page = await (await launch()).mainWindow();
    await fillConnection(page, { ...simulator, baseUrl: 'http://127.0.0.1:9' });
    await page.getByRole('button', { name: 'Test connection' }).click();
    await expect(page.getByText('No answer from 127.0.0.1:9.')).toBeVisible();
  });

  test('a web page instead of data', async ({ launch, simulator }) => {
    const { url, server } = await answering(() => ({ status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>Hotel Wi-Fi</h1>' }));
    const page = await (await launch()).mainWindow();
    await fillConnection(page, { ...simulator, baseUrl: url });
    await page.getByRole('button', { name: 'Test connection' }).click();
    await expect(page.getByText(/answered with a web page instead of data/)).toBeVisible();
    server.close();
  });

  test('a redirect: the token is not sent on', async ({ launch, simulator }) => {
    const other = await answering(() => ({ status: 200, headers: { 'content-type': 'application/json' }, body: '{"data":[]}' }));
    const first = await answering((path) => ({ status: 302, headers: { location: `${other.url}${path}` }, body: '' }));
    const page = await (await launch()).mainWindow();
    await fillConnection(page, { ...simulator, baseUrl: first.url });
    await page.getByRole('button', { name: 'Test connection' }).click();
    await expect(page.getByText(/points to another address, so the tokens were not sent on/)).toBeVisible();
    expect(first.tokens.length).toBeGreaterThan(0);
    expect(other.tokens).toEqual([]);
    other.server.close();
    first.server.close();
  });

  test('a certificate that cannot be verified: nothing is sent', async ({ launch, simulator }) => {
    const { private: key, cert } = await selfsigned.generate([{ name: 'commonName', value: 'localhost' }]);
    let requests = 0;
    const server = createSecureServer({ key, cert }, (_request, response) => {
      requests += 1;
      response.end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const page = await (await launch()).mainWindow();
    await fillConnection(page, { ...simulator, baseUrl: `https://127.0.0.1:${(server.address() as AddressInfo).port}` });
    await page.getByRole('button', { name: 'Test connection' }).click();
    await expect(page.getByText(/could not be verified, so nothing was sent/)).toBeVisible();
    expect(requests).toBe(0);
    server.close();
  });

  test('a missing permission degrades that entity alone', async ({ launch, simulator }) => {
    const pair = await simulator.control.tokens({ permissions: ['ticket', 'consumer', 'department', 'ticketTag', 'consumerTag', 'customField'] });
    const page = await (await launch()).mainWindow();
    await fillConnection(page, { baseUrl: simulator.baseUrl, ...pair });
    await page.getByRole('button', { name: 'Test connection' }).click();
    await expect(page.getByText('No permission', { exact: true })).toBeVisible();
    await signIn(page, { baseUrl: simulator.baseUrl, ...pair });
    const status = await askUntil(page, 'status.get', null, ({ missingPermissions }) => missingPermissions.length > 0);
    expect(status.missingPermissions).toEqual(['task']);
    await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Tasks' }).click();
    await expect(page.getByText('This token may not read tasks')).toBeVisible();
  });
});

test('a dead session asks for new tokens, tells so, keeps the copy, and goes on with them', async ({ launch, simulator, notifications }) => {
  const page = await (await launch()).mainWindow();
  await signIn(page, simulator);
  await askUntil(page, 'status.get', null, ({ firstSync }) => firstSync !== null);
  await simulator.control.revoke('all');
  await ask(page, 'sync.now', null).catch(() => undefined);
  await askUntil(page, 'status.get', null, ({ state }) => state === 'needsTokens');
  await notifications.waitFor(({ summary }) => summary === 'The Cxpress session has ended');
  expect((await ask(page, 'queue.page', { entity: 'ticket', offset: 0, limit: 1, filter: ALL_ROWS })).total).toBeGreaterThan(0);
  await expect(page.getByRole('heading', { name: 'Paste a new token pair' })).toBeVisible();
  // The set-up was gone through before: new tokens lead straight back to the queue.
  await fillConnection(page, { baseUrl: simulator.baseUrl, ...(await simulator.control.tokens({})) });
  await page.getByRole('button', { name: 'Sign in' }).click();
  await askUntil(page, 'status.get', null, ({ state }) => state === 'live');
});

test('broken answers, unknown fields and nulls: the rest goes on', async ({ launch, simulator }) => {
  const page = await (await launch()).mainWindow();
  await simulator.control.fault({ kind: 'brokenJson', path: '/v1/tickets', count: 1 });
  await simulator.control.fault({ kind: 'drop', path: '/v1/tasks', count: 1 });
  await fillConnection(page, simulator);
  await signIn(page, simulator).catch(() => signIn(page, simulator));
  await askUntil(page, 'status.get', null, ({ firstSync }) => firstSync !== null);
  const ticket = (await simulator.control.entities('ticket'))[3];
  if (!ticket) throw new Error('the world has no fourth ticket');
  await simulator.control.patch('ticket', ticket.id, { subject: 'With nulls', consumerId: null, departmentId: null, tagIds: null, priority: null, customFields: null, mood: { happy: true } });
  await ask(page, 'sync.now', null);
  await expect(page.getByRole('option', { name: /With nulls/ })).toBeVisible();
});
