import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';

/** Takes screenshots into one folder and remembers them. */
export interface Album {
  shoot(page: Page, name: string): Promise<void>;
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
  };
}
