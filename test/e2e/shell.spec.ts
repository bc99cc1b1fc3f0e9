import { ALL_ROWS } from '../../contract/models/filter.ts';
import { ask, askUntil } from '../support/app/bridge.ts';
import { signIn } from '../support/app/sign-in.ts';
import { pressKeys } from '../support/desktop/keyboard.ts';
import { expect, test } from './desk.ts';

test('the tray counts the queues and names what changed last, as much as toasts may say', async ({ launch, simulator, tray }) => {
  const page = await (await launch()).mainWindow();
  await signIn(page, simulator);
  await askUntil(page, 'status.get', null, ({ state }) => state === 'live');
  const item = await tray.waitForItem();
  const labels = async (): Promise<string[]> => (await item.menu()).children.map(({ label }) => label).filter(Boolean);
  const { rows } = await ask(page, 'queue.page', { entity: 'ticket', offset: 0, limit: 1, filter: ALL_ROWS });
  const newest = rows[0];
  if (!newest?.number) throw new Error('no ticket is here');
  await expect.poll(labels).toContainEqual(expect.stringMatching(/^Unassigned tickets: \d+$/));
  await expect.poll(labels).toContainEqual(expect.stringMatching(/^Unassigned tasks: [1-9]\d*$/));
  await expect.poll(async () => (await labels()).some((label) => label.includes(newest.number ?? ''))).toBe(true);

  await ask(page, 'settings.update', { toastContent: 'hidden' });
  await expect.poll(async () => (await labels()).includes('Changed last')).toBe(false);
  await ask(page, 'settings.update', { toastContent: 'number' });
  await expect.poll(labels).toContain('Changed last');
  const shown = (await labels()).find((label) => /^(Ticket|Task) /.test(label)) ?? '';
  expect(shown).not.toContain(newest.title);
  await item.choose('Settings');
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
});

test('Ctrl and plus, minus and zero zoom every window and are remembered', async ({ launch }) => {
  const app = await launch();
  const page = await app.mainWindow();
  const factors = (): Promise<number[]> => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => Math.round(window.webContents.getZoomFactor() * 100)));
  await page.bringToFront();
  const press = (keyCode: string): Promise<void> => app.electron.evaluate(({ BrowserWindow }, key) => {
    const contents = BrowserWindow.getAllWindows().find((window) => window.webContents.getURL().endsWith('index.html'))?.webContents;
    contents?.sendInputEvent({ type: 'keyDown', keyCode: key, modifiers: ['control'] });
    contents?.sendInputEvent({ type: 'keyUp', keyCode: key, modifiers: ['control'] });
  }, keyCode);
  await press('=');
  await press('=');
  await expect.poll(async () => (await ask(page, 'settings.get', null)).zoom).toBe(120);
  await expect.poll(async () => [...new Set(await factors())]).toEqual([120]);
  await press('-');
  await expect.poll(async () => (await ask(page, 'settings.get', null)).zoom).toBe(110);
  await press('0');
  await expect.poll(async () => [...new Set(await factors())]).toEqual([100]);
});

test('the desktop says what it offers, the self-tests answer, and the hotkey can be tried', async ({ launch, tray }) => {
  const app = await launch();
  const page = await app.mainWindow();
  await tray.waitForItem();
  expect(await ask(page, 'desktop.facts', null)).toMatchObject({ tray: true, hotkeyBound: true, login: 'unavailable' });
  const { checks } = await ask(page, 'diagnostics.run', null);
  expect(Object.fromEntries(checks.map(({ check, code }) => [check, code]))).toMatchObject({ storage: 'kept', keyring: 'sealed', session: 'signedOut', network: 'noAddress', tray: 'present', hotkey: 'bound', webhook: 'off', quarantine: 'none' });
  const heard = ask(page, 'hotkey.try', null);
  await pressKeys('ctrl+shift+k');
  expect(await heard).toEqual({ heard: true });
  expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.webContents.getURL().endsWith('lookup.html') && window.isVisible()))).toBe(false);
});
