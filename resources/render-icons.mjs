/**
 * Draws the app's icons from icon.svg: `electron resources/render-icons.mjs`.
 * Writes icons/<size>x<size>.png (Linux), icon.ico (Windows), icon.icns (macOS). To be run when icon.svg changes; the
 * results are part of the repository.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
/** Apple's names of pictures and their pixels; ic11 to ic14 are the doubled sizes. */
const ICNS = [['icp4', 16], ['icp5', 32], ['ic07', 128], ['ic08', 256], ['ic09', 512], ['ic10', 1024], ['ic11', 32], ['ic12', 64], ['ic13', 256], ['ic14', 512]];
const ICO = [16, 24, 32, 48, 64, 128, 256];

/** An .ico file: a directory of PNG pictures. */
function ico(pictures) {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  pictures.forEach(([size, png], index) => {
    const at = 6 + 16 * index;
    header.writeUInt8(size % 256, at); // 0 means 256
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...pictures.map(([, png]) => png)]);
}

/** An .icns file: typed blocks of PNG pictures. */
function icns(pictures) {
  const blocks = pictures.map(([type, png]) => {
    const head = Buffer.alloc(8);
    head.write(type, 0, 'latin1');
    head.writeUInt32BE(png.length + 8, 4);
    return Buffer.concat([head, png]);
  });
  const head = Buffer.alloc(8);
  head.write('icns', 0, 'latin1');
  head.writeUInt32BE(8 + blocks.reduce((sum, block) => sum + block.length, 0), 4);
  return Buffer.concat([head, ...blocks]);
}

/** Draws the SVG at one size on a canvas of a page. */
function draw(page, svg, size) {
  const source = JSON.stringify(`data:image/svg+xml;base64,${svg.toString('base64')}`);
  return page.executeJavaScript(`new Promise((resolve, reject) => {
    const image = new Image();
    image.onerror = () => reject(new Error('The SVG cannot be drawn.'));
    image.onload = () => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = ${size};
      canvas.getContext('2d').drawImage(image, 0, 0, ${size}, ${size});
      resolve(canvas.toDataURL('image/png').split(',')[1]);
    };
    image.width = image.height = ${size};
    image.src = ${source};
  })`).then((base64) => Buffer.from(base64, 'base64'));
}

app.disableHardwareAcceleration();
app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false });
  await window.loadURL('data:text/html,<title>icons</title>');
  const svg = readFileSync(join(import.meta.dirname, 'icon.svg'));
  mkdirSync(join(import.meta.dirname, 'icons'), { recursive: true });
  const png = new Map();
  for (const size of SIZES) {
    png.set(size, await draw(window.webContents, svg, size));
    if (size <= 512) writeFileSync(join(import.meta.dirname, 'icons', `${size}x${size}.png`), png.get(size));
  }
  writeFileSync(join(import.meta.dirname, 'icon.ico'), ico(ICO.map((size) => [size, png.get(size)])));
  writeFileSync(join(import.meta.dirname, 'icon.icns'), icns(ICNS.map(([type, size]) => [type, png.get(size)])));
  app.exit(0);
}).catch((error) => {
  console.error(error);
  app.exit(1);
});
