import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ask } from '../support/app/bridge.ts';
import type { RunningApp } from '../support/app/launch.ts';
import { runtimeUnderTest } from '../support/desktop/runtime-under-test.ts';
import { expect, test } from './desk.ts';

function mainWindowVisible(app: RunningApp): Promise<boolean> {
  return app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.webContents.getURL().endsWith('index.html') && window.isVisible()));
}

function closeMainWindow(app: RunningApp): Promise<void> {
  return app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().find((window) => window.webContents.getURL().endsWith('index.html'))?.close());
}

test('closing leaves the app in the tray, says so once, and the tray brings it back', async ({ launch, tray, notifications }) => {
  const app = await launch();
  await app.mainWindow();
  const item = await tray.waitForItem();
  await closeMainWindow(app);
  await expect.poll(() => mainWindowVisible(app)).toBe(false);
  await notifications.waitFor(({ summary }) => summary.includes('still running'));
  expect((await item.menu()).children.map(({ label }) => label).filter(Boolean)).toEqual(['Open Cxpress Tray', 'Look up a ticket or task…', 'Cxpress Tray: signed out', 'Sync now', 'Pause notifications', 'Settings', 'Quit']);
  await item.choose('Open Cxpress Tray');
  await expect.poll(() => mainWindowVisible(app)).toBe(true);
  await closeMainWindow(app);
  await expect.poll(() => mainWindowVisible(app)).toBe(false);
  expect(notifications.shown.filter(({ summary }) => summary.includes('still running'))).toHaveLength(1);
});

test('a second launch shows the window of the first and ends', async ({ launch, tray, profile }) => {
  const app = await launch();
  await app.mainWindow();
  await tray.waitForItem();
  await closeMainWindow(app);
  await expect.poll(() => mainWindowVisible(app)).toBe(false);
  const { executable, args } = runtimeUnderTest();
  // Not spawnSync: it would stop this process, which is the first app's notification service and tray at the same time.
  const second = spawn(executable, [...args, join(import.meta.dirname, '../..'), `--user-data-dir=${profile}`], { stdio: 'ignore', timeout: 30_000 });
  expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0);
  await expect.poll(() => mainWindowVisible(app)).toBe(true);
});

test('quits from the tray', async ({ launch, tray }) => {
  const app = await launch();
  await app.mainWindow();
  const ended = new Promise<number | null>((resolve) => app.electron.process().once('exit', (code) => resolve(code)));
  await (await tray.waitForItem()).choose('Quit');
  expect(await ended).toBe(0);
});

test('remembers where the window was', async ({ launch }) => {
  const first = await launch();
  await first.mainWindow();
  await first.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 40, width: 960, height: 640 }));
  const page = await first.mainWindow();
  await expect.poll(async () => (await ask(page, 'settings.get', null)).windowBounds?.width).toBe(960);
  await first.quit();
  const again = await launch();
  await again.mainWindow();
  expect(await again.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds().width)).toBe(960);
});
