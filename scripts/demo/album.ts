import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { RunningApp } from '../../test/support/app/launch.ts';

/** Takes screenshots into one folder and remembers them. */
export interface Album {
  shoot(page: Page, name: string): Promise<void>;
  /** Photographs a window itself, the main one unless another's path is given: a zoomed page is cut off by the page's own screenshot. */
  shootWindow(app: RunningApp, name: string, path?: string): Promise<void>;
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
    async shootWindow(app, name, page = 'index.html') {
      const path = join(folder, `${name}.png`);
      const png = await app.electron.evaluate(async ({ BrowserWindow }, shown) => {
        const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith(shown));
        return (await window?.webContents.capturePage())?.toPNG().toString('base64') ?? '';
      }, page);
      await writeFile(path, Buffer.from(png, 'base64'));
      files.push(path);
    },
  };
}
