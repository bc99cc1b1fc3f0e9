import { readFile, writeFile } from 'node:fs/promises';
import type { RunningApp } from '../../test/support/app/launch.ts';

/** Width of one picture on a sheet, in pixels. */
const TILE_WIDTH = 420;
const COLUMNS = 4;
const GAP = 12;

/**
 * Puts pictures side by side into one PNG, in reading order, each scaled to the same width. Electron's own image code
 * does it, in the app under test: nothing else that can read a PNG needs to be on the machine.
 */
export async function writeSheet(app: RunningApp, pictures: readonly string[], path: string): Promise<void> {
  const encoded = await Promise.all(pictures.map(async (file) => (await readFile(file)).toString('base64')));
  const png = await app.electron.evaluate(({ nativeImage }, { images, width, columns, gap }) => {
    const tiles = images.map((image) => nativeImage.createFromBuffer(Buffer.from(image, 'base64')).resize({ width, quality: 'good' }));
    const rows: { readonly top: number; readonly tiles: typeof tiles }[] = [];
    let top = gap;
    for (let i = 0; i < tiles.length; i += columns) {
      const row = tiles.slice(i, i + columns);
      rows.push({ top, tiles: row });
      top += Math.max(...row.map((tile) => tile.getSize().height)) + gap;
    }
    const total = { width: columns * (width + gap) + gap, height: top };
    // Four bytes a pixel, mid grey behind the pictures.
    const sheet = Buffer.alloc(total.width * total.height * 4, 0x80);
    for (const { top: y, tiles: row } of rows) {
      row.forEach((tile, column) => {
        const bitmap = tile.toBitmap();
        const size = tile.getSize();
        const left = gap + column * (width + gap);
        for (let line = 0; line < size.height; line++) bitmap.copy(sheet, ((y + line) * total.width + left) * 4, line * size.width * 4, (line + 1) * size.width * 4);
      });
    }
    return nativeImage.createFromBitmap(sheet, total).toPNG().toString('base64');
  }, { images: encoded, width: TILE_WIDTH, columns: COLUMNS, gap: GAP });
  await writeFile(path, Buffer.from(png, 'base64'));
}
