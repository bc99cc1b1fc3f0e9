import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ALL_ROWS } from '../../contract/models/filter.ts';
import { ask, askUntil } from '../support/app/bridge.ts';
import { fillConnection, signIn } from '../support/app/sign-in.ts';
import { startBareBus } from '../support/desktop/bare-bus.ts';
import { expect, test } from './desk.ts';

/** Every file below a folder, with its bytes. */
async function filesOf(folder: string): Promise<{ path: string; bytes: Buffer }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(paths.map(async (path) => ({ path, bytes: await readFile(path) })));
}

/** The ways in which a text could lie on a disk. */
function spellings(secret: string): Buffer[] {
  const utf8 = Buffer.from(secret);
  return [utf8, Buffer.from(secret, 'utf16le'), Buffer.from(utf8.toString('base64').slice(0, -4)), Buffer.from(utf8.toString('hex')), Buffer.from(encodeURIComponent(secret))];
}

test('no token in any file of the profile, in the output, in the command line, or in a window', async ({ launch, simulator, profile }) => {
  const app = await launch();
  const page = await app.mainWindow();
  await signIn(page, simulator);
  await askUntil(page, 'status.get', null, ({ state, firstSync }) => state === 'live' && firstSync !== null);
  await simulator.control.revoke('api');
  await ask(page, 'sync.now', null);
  // One proves the refresh token at sign-in, one replaces the revoked API token.
  expect((await simulator.control.oracle()).requests.byOperation['refresh']).toBe(2);
  const tokens = [simulator.apiToken, simulator.refreshToken];

  const snapshot = join(profile, 'window.heapsnapshot');
  await app.electron.evaluate(async ({ webContents }, path) => webContents.getAllWebContents().find((contents) => contents.getURL().endsWith('index.html'))?.takeHeapSnapshot(path), snapshot);
  const commandLine = await readFile(`/proc/${app.electron.process().pid}/cmdline`, 'utf8');
  expect(await app.quit()).toEqual({ killed: false });
  const files = await filesOf(profile);
  expect(files.map(({ path }) => path)).toContain(snapshot);
  expect(files.length).toBeGreaterThan(3);
  for (const token of tokens) {
    for (const spelling of spellings(token)) {
      for (const { path, bytes } of files) expect(bytes.includes(spelling), `${path} holds a token`).toBe(false);
    }
    expect(app.output()).not.toContain(token);
    expect(commandLine).not.toContain(token);
  }
  const copy = files.find(({ path }) => path.endsWith('cache.db'));
  expect(copy?.bytes.subarray(0, 15).toString('latin1'), 'the copy is encrypted').not.toBe('SQLite format 3');
});

test('a copy that cannot be opened is moved aside and rebuilt; session and settings stay', async ({ launch, simulator, profile }) => {
  const first = await launch();
  const page = await first.mainWindow();
  await signIn(page, simulator);
  await askUntil(page, 'status.get', null, ({ firstSync }) => firstSync !== null);
  await ask(page, 'settings.update', { syncIntervalSeconds: 45 });
  await first.quit();
  const copy = (await filesOf(profile)).find(({ path }) => path.endsWith('cache.db'));
  if (!copy) throw new Error('there is no cache.db');
  await writeFile(copy.path, 'this is no database');

  const again = await (await launch()).mainWindow();
  const start = await ask(again, 'app.start', null);
  expect(start).toMatchObject({ signedIn: true, settings: { syncIntervalSeconds: 45 } });
  expect(start.notices.map(({ code }) => code)).toContain('databaseRebuilt');
  await askUntil(again, 'status.get', null, ({ firstSync }) => firstSync !== null);
  await expect(again.getByText('The local copy was damaged, so it was moved aside and a new one is filled from Cxpress.')).toBeVisible();
  expect((await filesOf(profile)).some(({ path, bytes }) => path.includes('corrupt-') && bytes.toString() === 'this is no database')).toBe(true);
});

test('without a keyring the session is in memory only, and the app says so', async ({ launch, simulator, profile }) => {
  const app = await launch({ passwordStore: 'basic' });
  const page = await app.mainWindow();
  await expect(page.getByText('This computer offers no encrypted place for secrets.').first()).toBeVisible();
  await signIn(page, simulator);
  const { secureStorage } = await askUntil(page, 'status.get', null, ({ firstSync }) => firstSync !== null);
  expect(secureStorage).toEqual({ state: 'memory', backend: 'basic_text' });
  await app.quit();
  const names = (await filesOf(profile)).map(({ path }) => path);
  expect(names.filter((name) => /vault\.bin|\.db/.test(name))).toEqual([]);
  const again = await (await launch({ passwordStore: 'basic' })).mainWindow();
  expect((await ask(again, 'app.start', null)).signedIn).toBe(false);
});

test('a locked keyring leaves what is stored alone, and it is there again when the keyring opens', async ({ launch, simulator }) => {
  const first = await launch();
  const page = await first.mainWindow();
  await signIn(page, simulator);
  await askUntil(page, 'status.get', null, ({ firstSync }) => firstSync !== null);
  await first.quit();

  const bus = await startBareBus({ keyring: 'none' });
  const locked = await launch({ env: { DBUS_SESSION_BUS_ADDRESS: bus.address } });
  const lockedPage = await locked.mainWindow();
  const start = await ask(lockedPage, 'app.start', null);
  expect(start).toMatchObject({ signedIn: false, status: { secureStorage: { state: 'locked' } } });
  expect(start.notices.map(({ code }) => code)).toContain('keyringLocked');
  await locked.quit();
  await bus.dispose();

  const again = await (await launch()).mainWindow();
  expect((await ask(again, 'app.start', null)).signedIn).toBe(true);
  expect((await ask(again, 'queue.page', { entity: 'ticket', offset: 0, limit: 1, filter: ALL_ROWS })).total).toBeGreaterThan(0);
});

test('signing out hides what is stored, and wiping deletes it', async ({ launch, simulator }) => {
  const page = await (await launch()).mainWindow();
  await signIn(page, simulator);
  await askUntil(page, 'status.get', null, ({ firstSync }) => firstSync !== null);
  await ask(page, 'session.signOut', { wipe: false });
  await expect(ask(page, 'lookup.search', { query: '', limit: 5 })).rejects.toThrow('signedOut');
  await expect(ask(page, 'queue.page', { entity: 'ticket', offset: 0, limit: 5, filter: ALL_ROWS })).rejects.toThrow('signedOut');
  expect(await ask(page, 'status.get', null)).toMatchObject({ state: 'signedOut', hintUrl: null, unread: { ticket: 0, task: 0 } });
  await signIn(page, simulator);
  expect((await ask(page, 'queue.page', { entity: 'ticket', offset: 0, limit: 5, filter: ALL_ROWS })).total).toBeGreaterThan(0);
  await ask(page, 'session.signOut', { wipe: true });
  expect((await ask(page, 'app.start', null)).signedIn).toBe(false);
  const pair = await simulator.control.tokens({ permissions: ['department'] });
  await fillConnection(page, { baseUrl: simulator.baseUrl, ...pair });
  await page.getByRole('button', { name: 'Sign in' }).click();
  await askUntil(page, 'status.get', null, ({ missingPermissions }) => missingPermissions.includes('ticket'));
  expect((await ask(page, 'queue.page', { entity: 'ticket', offset: 0, limit: 5, filter: ALL_ROWS })).total).toBe(0);
});
