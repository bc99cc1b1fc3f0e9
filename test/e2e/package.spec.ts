import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium } from 'playwright';
import { runtimeUnderTest } from '../support/desktop/runtime-under-test.ts';
import { expect, test } from './desk.ts';

const root = join(import.meta.dirname, '../..');
const binary = join(root, 'dist/linux-unpacked/cxpress-tray');
/** Bytes of a fuse in the binary's fuse wire. */
const OFF = 48;
const ON = 49;

function endpoint(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`the packaged app ended with ${code}: ${text}`)));
  });
}

test('the packaged app starts, with its fuses as listed', async ({ profile, notifications, tray }) => {
  test.setTimeout(300_000);
  void notifications;
  void tray;
  const built = spawnSync(process.execPath, [join(root, 'scripts/dist.mjs'), '--linux', 'dir'], { cwd: root, encoding: 'utf8', timeout: 240_000 });
  expect(built.status, built.stderr + built.stdout).toBe(0);
  expect(existsSync(binary)).toBe(true);

  const fuses = (await getCurrentFuseWire(binary)) as unknown as Record<number, number>;
  const wire = {
    runAsNode: fuses[FuseV1Options.RunAsNode],
    cookieEncryption: fuses[FuseV1Options.EnableCookieEncryption],
    nodeOptions: fuses[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
    inspect: fuses[FuseV1Options.EnableNodeCliInspectArguments],
    onlyAsar: fuses[FuseV1Options.OnlyLoadAppFromAsar],
    snapshot: fuses[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot],
    fileProtocol: fuses[FuseV1Options.GrantFileProtocolExtraPrivileges],
  };
  expect(wire).toEqual({ runAsNode: OFF, cookieEncryption: ON, nodeOptions: OFF, inspect: OFF, onlyAsar: ON, snapshot: OFF, fileProtocol: OFF });

  // The inspector fuse is off, so the window is reached over Chromium's own debugging port.
  const child = spawn(binary, [...runtimeUnderTest().args, `--user-data-dir=${profile}`, '--remote-debugging-port=0'], { stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    const browser = await chromium.connectOverCDP(await endpoint(child));
    const page = browser.contexts()[0]?.pages()[0] ?? (await browser.contexts()[0]?.waitForEvent('page'));
    if (!page) throw new Error('the packaged app shows no window');
    await expect(page.getByRole('heading', { name: 'Choose your language' })).toBeVisible();
    expect(page.url()).toMatch(/^app:\/\/bundle\//);
    await browser.close();
  } finally {
    child.kill('SIGKILL');
  }
});
