import { startAskingProxy, type AskingProxy } from '../support/app/asking-proxy.ts';
import { ask, askUntil } from '../support/app/bridge.ts';
import { expect, test as base } from './desk.ts';

const test = base.extend<{ office: AskingProxy }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from the pattern
  office: async ({}, use) => {
    const proxy = await startAskingProxy('ana', 'right');
    await use(proxy);
    await proxy.stop();
  },
});

/** Chromium passes every proxy by on its way to this computer, unless it is told not to. */
const THROUGH = '<-loopback>';

test('a proxy that asks who is there lets requests through once it is told, also after a restart', async ({ launch, simulator, office: proxy }) => {
  const app = await launch();
  const page = await app.mainWindow();
  const connection = { baseUrl: simulator.baseUrl, apiToken: simulator.apiToken, refreshToken: simulator.refreshToken };
  await ask(page, 'settings.update', { desktopsBehindAddress: 1, proxyMode: 'manual', proxyUrl: proxy.url, proxyBypass: THROUGH });
  await expect(ask(page, 'session.test', connection)).rejects.toThrow('proxyRefused');

  await ask(page, 'proxy.signIn', { user: 'ana', password: 'wrong' });
  const wrong = proxy.refused.filter((given) => given !== null);
  expect(wrong).toHaveLength(1);
  expect(proxy.passed).toEqual([]);

  await ask(page, 'proxy.signIn', { user: 'ana', password: 'right' });
  await ask(page, 'session.signIn', connection);
  await askUntil(page, 'status.get', null, ({ state }) => state === 'live');
  expect(proxy.passed.filter((address) => address.startsWith(simulator.baseUrl)).length).toBeGreaterThan(0);
  expect((await ask(page, 'diagnostics.run', null)).checks.find(({ check }) => check === 'network')?.code).toBe('reached');
  await app.quit();

  const before = proxy.passed.length;
  const again = await (await launch()).mainWindow();
  await ask(again, 'sync.now', null);
  expect(proxy.passed.length).toBeGreaterThan(before);
  expect(proxy.refused.filter((given) => given !== null)).toHaveLength(1);
});

test('nobody but the API is asked for anything: no dictionary, no component', async ({ launch, office: proxy }) => {
  const app = await launch();
  const page = await app.mainWindow();
  await ask(page, 'proxy.signIn', { user: 'ana', password: 'right' });
  await ask(page, 'settings.update', { proxyMode: 'manual', proxyUrl: proxy.url, proxyBypass: THROUGH });
  await expect.poll(() => proxy.passed.length).toBeGreaterThan(0);
  expect(new Set(proxy.passed.map((address) => (URL.canParse(address) ? new URL(address).hostname : address)))).toEqual(new Set(['cxpress-tray.invalid']));
});
