import { join } from 'node:path';
import type { Page } from 'playwright';
import { signIn } from '../support/app/sign-in.ts';
import { expect, test } from './desk.ts';

/** Runs in the page and reports whether an attempt got anywhere. */
async function violations(page: Page, attempt: () => void | Promise<void>): Promise<string[]> {
  await page.evaluate(() => {
    const store = globalThis as unknown as { seen: string[] };
    store.seen = [];
    document.addEventListener('securitypolicyviolation', (event) => store.seen.push(event.effectiveDirective));
  });
  await page.evaluate(attempt).catch(() => undefined);
  await expect.poll(() => page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen.length)).toBeGreaterThan(0);
  return page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
}

test('windows are sandboxed and have nothing of Node or Electron', async ({ launch }) => {
  const app = await launch();
  const page = await app.mainWindow();
  expect(page.url()).toMatch(/^app:\/\/bundle\//);
  const names = ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'];
  expect(await page.evaluate((list) => list.filter((name) => name in globalThis), names)).toEqual([]);
  const surface = await page.evaluate(() => {
    const { bridge } = globalThis as unknown as { bridge: Record<string, unknown> };
    return Object.entries(bridge).map(([name, value]) => `${name}: ${typeof value}`).toSorted();
  });
  expect(surface).toEqual(['call: function', 'on: function']);
  const preferences = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = (window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
    }),
  );
  expect(preferences.length).toBeGreaterThan(0);
  for (const preference of preferences) expect(preference).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false });
});

test('the content security policy stops scripts, frames and requests', async ({ launch }) => {
  const page = await (await launch()).mainWindow();
  const frame = await violations(page, () => void document.body.appendChild(Object.assign(document.createElement('iframe'), { src: 'https://example.test/' })));
  expect(frame).toContain('frame-src');
  const request = await violations(page, () => fetch('https://example.test/').then(() => undefined));
  expect(request).toContain('connect-src');
  const html = await violations(page, () => {
    document.body.innerHTML += '<img src=x onerror="globalThis.pwned = true">';
  });
  expect(html).toContain('require-trusted-types-for');
  expect(await page.evaluate(() => 'pwned' in globalThis)).toBe(false);
});

test('a window goes nowhere and opens nothing', async ({ launch }) => {
  const app = await launch();
  const page = await app.mainWindow();
  const url = page.url();
  const count = (): Promise<number> => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  const before = await count();
  await page.evaluate(() => void window.open('https://example.test/')).catch(() => undefined);
  await page.evaluate(() => void (location.href = 'https://example.test/')).catch(() => undefined);
  await page.evaluate(() => void (location.href = 'file:///etc/hosts')).catch(() => undefined);
  await page.waitForTimeout(300);
  expect(page.url()).toBe(url);
  expect(await count()).toBe(before);
});

test('a page that is not ours is refused, even with our preload script', async ({ launch }) => {
  const app = await launch();
  await app.mainWindow();
  const preload = join(import.meta.dirname, '../../out/preload/index.cjs');
  const answer = await app.electron.evaluate(async ({ BrowserWindow }, path) => {
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload: path, sandbox: true } });
    await stranger.loadURL('data:text/html,<p>stranger</p>');
    const result = (await stranger.webContents.executeJavaScript("window.bridge ? window.bridge.call('app.start', null) : 'no bridge'")) as unknown;
    stranger.destroy();
    return result;
  }, preload);
  expect(answer).toEqual({ ok: false, error: { code: 'untrustedSender' } });
});

test('hostile ticket text is shown as text', async ({ launch, simulator }) => {
  const page = await (await launch()).mainWindow();
  const ticket = (await simulator.control.entities('ticket'))[0];
  if (!ticket) throw new Error('the world is empty');
  await simulator.control.patch('ticket', ticket.id, { subject: '<img src=x onerror=alert(1)> {{constructor}} ‮evil' });
  await signIn(page, simulator);
  await expect(page.getByRole('option', { name: /<img src=x onerror=alert\(1\)>/ })).toBeVisible();
  expect(await page.locator('img[src="x"]').count()).toBe(0);
});

test('a window whose process died shows the queue it showed before', async ({ launch, simulator }) => {
  const app = await launch();
  const page = await app.mainWindow();
  await signIn(page, simulator);
  await page.keyboard.press('g');
  await page.keyboard.press('u');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(/Unassigned/);
  const before = await heading.textContent();
  const shown = (): Promise<unknown> =>
    app.electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows().find((window) => window.webContents.getURL().endsWith('index.html'))?.webContents;
      if (!contents || contents.isCrashed() || contents.isLoading()) return null;
      const asked = contents.executeJavaScript("document.querySelector('main h1')?.textContent ?? null").catch(() => null) as Promise<unknown>;
      return Promise.race([asked, new Promise((resolve) => setTimeout(() => resolve(null), 1000))]);
    });
  const died = page.waitForEvent('crash');
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().find((window) => window.webContents.getURL().endsWith('index.html'))?.webContents.forcefullyCrashRenderer());
  await died;
  await expect.poll(shown).toBe(before);
});

test('a window whose process died comes back and is answered again', async ({ launch }) => {
  const app = await launch();
  await app.mainWindow();
  const answer = (): Promise<unknown> =>
    app.electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows().find((window) => window.webContents.getURL().endsWith('index.html'))?.webContents;
      if (!contents || contents.isCrashed() || contents.isLoading()) return null;
      const asked = contents.executeJavaScript("window.bridge ? window.bridge.call('settings.get', null).then((result) => result.ok) : null").catch(() => null) as Promise<unknown>;
      // A page that dies meanwhile never answers.
      return Promise.race([asked, new Promise((resolve) => setTimeout(() => resolve(null), 1000))]);
    });
  await expect.poll(answer).toBe(true);
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().find((window) => window.webContents.getURL().endsWith('index.html'))?.webContents.forcefullyCrashRenderer());
  await expect.poll(answer).toBe(true);
});
