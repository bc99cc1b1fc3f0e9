import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { RunningApp } from '../../test/support/app/launch.ts';

/** Takes screenshots into one folder and remembers them. */
export interface Album {
  shoot(page: Page, name: string): Promise<void>;
  /** Photographs the main window itself: a zoomed page is cut off by the page's own screenshot. */
  shootWindow(app: RunningApp, name: string): Promise<void>;
  readonly files: readonly string[];
}

/** Makes an {@link Album}; a later picture of the same name replaces the earlier. */
export async function createAlbum(folder: string): Promise<Album> {
  await mkdir(folder, { recursive: true });
  const files: string[] = [];
  return {
    files,
    async shoot(page, name) {
      const path = join(folder, `${name}.png`);
      await page.screenshot({ path });
      files.push(path);
    },
    async shootWindow(app, name) {
      const path = join(folder, `${name}.png`);
      const png = await app.electron.evaluate(async ({ BrowserWindow }) => {
        const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith('index.html'));
        return (await window?.webContents.capturePage())?.toPNG().toString('base64') ?? '';
      });
      await writeFile(path, Buffer.from(png, 'base64'));
      files.push(path);
    },
  };
}
