import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { ElectronApplication } from '@playwright/test';
import { launchApp } from '../support/app/launch.ts';
import type { RunningApp } from '../support/app/launch.ts';
import { startBareBus } from '../support/desktop/bare-bus.ts';
import { pressKeys, typeText } from '../support/desktop/keyboard.ts';
import { NotificationService } from '../support/desktop/notification-service.ts';
import { runtimeUnderTest } from '../support/desktop/runtime-under-test.ts';
import { TrayWatcher } from '../support/desktop/tray-watcher.ts';

/**
 * The ground that every other end-to-end test stands on: what this desktop session and this Electron can do is shown
 * with an app of a few lines, so that a failure elsewhere is a failure of the product.
 */
const MANIFEST = JSON.stringify({ name: 'probe', productName: 'Probe App', version: '4.5.6', type: 'module', main: 'main.js' });
const MAIN = `
import { app, BrowserWindow, protocol } from 'electron';
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
app.whenReady().then(() => new BrowserWindow({ width: 500, height: 300 }).loadURL('data:text/html,<title>Probe</title><input autofocus>'));
`;

let folder: string;
let running: RunningApp;
let app: ElectronApplication;
let notifications: NotificationService;
let tray: TrayWatcher;

async function launch(env: Record<string, string> = {}): Promise<RunningApp> {
  const started = await launchApp({ profile: await mkdtemp(join(folder, 'profile-')), appFolder: folder, env });
  await started.electron.firstWindow();
  return started;
}

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'probe-app-'));
  await Promise.all([writeFile(join(folder, 'package.json'), MANIFEST), writeFile(join(folder, 'main.js'), MAIN)]);
  notifications = await NotificationService.start();
  tray = await TrayWatcher.start();
  running = await launch();
  app = running.electron;
});

test.afterAll(async () => {
  await running.quit();
  notifications.dispose();
  tray.dispose();
  await rm(folder, { recursive: true, force: true });
});

test('runs an ES module app with its own name and version, before ready', async () => {
  const told = await app.evaluate(({ app }) => ({ name: app.getName(), version: app.getVersion(), path: app.getAppPath(), packaged: app.isPackaged }));
  expect(told).toEqual({ name: 'Probe App', version: '4.5.6', path: folder, packaged: false });
  expect(await app.evaluate(() => process.versions.electron)).toBe(runtimeUnderTest().version);
});

test('encrypts with the keyring of the session', async () => {
  const told = await app.evaluate(({ safeStorage }) => {
    const sealed = safeStorage.encryptString('a secret');
    return {
      available: safeStorage.isEncryptionAvailable(),
      backend: safeStorage.getSelectedStorageBackend(),
      kind: sealed.subarray(0, 3).toString(),
      opened: safeStorage.decryptString(sealed),
    };
  });
  expect(told).toEqual({ available: true, backend: 'gnome_libsecret', kind: 'v11', opened: 'a secret' });
});

for (const keyring of ['none', 'locked'] as const) {
  test(`has no encryption, and does not hang, with keyring: ${keyring}`, async () => {
    const bus = await startBareBus({ keyring });
    const keyless = await launch({ DBUS_SESSION_BUS_ADDRESS: bus.address });
    try {
      expect(await keyless.electron.evaluate(({ safeStorage }) => safeStorage.isEncryptionAvailable())).toBe(false);
    } finally {
      await keyless.quit();
      await bus.dispose();
    }
  });
}

test('delivers a notification and brings the click back', async () => {
  const clicked = app.evaluate(
    ({ Notification }) =>
      new Promise<string>((resolve) => {
        const toast = new Notification({ title: 'Chamado nº 7', body: 'Situação: aberto' });
        toast.on('click', () => resolve('clicked'));
        toast.show();
      }),
  );
  const before = Date.now();
  const shown = await notifications.waitFor(({ summary }) => summary === 'Chamado nº 7');
  expect(shown).toMatchObject({ app: 'Probe App', body: 'Situação: aberto', replaces: 0 });
  expect(Math.abs(shown.at - before)).toBeLessThan(60_000);
  notifications.click(shown.id);
  expect(await clicked).toBe('clicked');
  expect(notifications.isClosed(shown.id)).toBe(true);
});

test('puts an icon with tooltip and menu into the tray', async () => {
  const chosen = app.evaluate(
    ({ Tray, Menu, nativeImage }) =>
      new Promise<string[]>((resolve) => {
        const seen: string[] = [];
        const picture = nativeImage.createFromBitmap(Buffer.alloc(16 * 16 * 4, 200), { width: 16, height: 16 });
        const icon = new Tray(picture);
        Object.assign(globalThis, { icon });
        icon.setToolTip('Três não lidos');
        icon.on('click', () => seen.push('icon'));
        icon.setContextMenu(
          Menu.buildFromTemplate([
            { label: 'Open_all', click: () => seen.push('open') },
            { type: 'separator' },
            { label: 'Pause', submenu: [{ label: '1 hour', type: 'checkbox', checked: true, click: () => resolve(seen) }] },
          ]),
        );
      }),
  );
  const item = await tray.waitForItem();
  await expect.poll(() => item.tooltip()).toContain('Três não lidos');
  expect(await item.hasIcon()).toBe(true);
  const menu = await item.menu();
  expect(menu.children.map(({ label, separator }) => (separator ? '—' : label))).toEqual(['Open_all', '—', 'Pause']);
  expect(menu.children[2]?.children[0]).toMatchObject({ label: '1 hour', checked: true, enabled: true });
  await item.choose('Open_all');
  await item.activate();
  await item.choose('Pause', '1 hour');
  expect(await chosen).toEqual(['open', 'icon']);
  await expect(item.choose('Nothing')).rejects.toThrow('it has: Open_all, —, Pause');
});

test('takes the icon of an app that has ended out of the tray', async () => {
  const other = await launch();
  const before = tray.items.length;
  await other.electron.evaluate(({ Tray, nativeImage }) => void Object.assign(globalThis, { icon: new Tray(nativeImage.createEmpty()) }));
  await expect.poll(() => tray.items.length).toBe(before + 1);
  await other.quit();
  await expect.poll(() => tray.items.length).toBe(before);
});

test('fires a global shortcut, and types into the window that has the focus', async () => {
  const fired = app.evaluate(({ globalShortcut }) => new Promise<boolean>((resolve) => void globalShortcut.register('Control+Shift+K', () => resolve(true))));
  await expect.poll(() => app.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('Control+Shift+K'))).toBe(true);
  await pressKeys('ctrl+shift+k');
  expect(await fired).toBe(true);

  const page = await app.firstWindow();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus());
  await page.locator('input').focus();
  await typeText('abc 123');
  await expect(page.locator('input')).toHaveValue('abc 123');
});
