import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildApp, sourceDigest } from '../../../scripts/setup/build.mjs';

let root: string;
const source = (path: string) => join(root, path);
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cxpress-build-'));
  await mkdir(source('main/tray'), { recursive: true });
  await writeFile(source('main/tray/icon.ts'), 'one');
  await writeFile(source('package.json'), '{}');
});
afterEach(() => rm(root, { recursive: true }));

describe('what the app was built from', () => {
  it('is the same after a checkout that changed only times, and whatever lies outside the app', async () => {
    const before = await sourceDigest(root);
    await utimes(source('main/tray/icon.ts'), 1, 1);
    await mkdir(source('test'));
    await writeFile(source('test/x.test.ts'), 'x');
    expect(await sourceDigest(root)).toBe(before);
  });

  it.each([
    ['a changed file', () => writeFile(source('main/tray/icon.ts'), 'two')],
    ['a new file', () => writeFile(source('main/new.ts'), '')],
    ['a removed file', () => rm(source('main/tray/icon.ts'))],
    ['a new package.json', () => writeFile(source('package.json'), '{ }')],
    ['text that moved from one file to the next', async () => {
      await writeFile(source('main/tray/icon.ts'), 'on');
      await writeFile(source('package.json'), 'e{}');
    }],
  ])('differs after %s', async (_, change) => {
    const before = await sourceDigest(root);
    await change();
    expect(await sourceDigest(root)).not.toBe(before);
  });
});

describe('building', () => {
  /** Stands in for electron-vite: copies the source into `out/` and notes that it ran. */
  const BUILDER = `
    import { appendFileSync, cpSync } from 'node:fs';
    cpSync('main', 'out/main', { recursive: true });
    appendFileSync('runs', '.');
    if (process.argv[2] !== 'build') process.exit(1);
  `;
  const runs = async () => (await readFile(source('runs'), 'utf8')).length;
  const build = () => buildApp({ log: () => undefined, root });

  beforeEach(async () => {
    await mkdir(source('node_modules/electron-vite/bin'), { recursive: true });
    await writeFile(source('node_modules/electron-vite/package.json'), '{"type":"module"}');
    await writeFile(source('node_modules/electron-vite/bin/electron-vite.js'), BUILDER);
  });

  it('happens once for the same sources', async () => {
    await build();
    await build();
    expect(await runs()).toBe(1);
    await writeFile(source('main/tray/icon.ts'), 'two');
    await build();
    expect(await runs()).toBe(2);
    expect(await readFile(source('out/main/tray/icon.ts'), 'utf8')).toBe('two');
  });

  it('happens again when something else has written to the output, or removed it', async () => {
    await build();
    await writeFile(source('out/main/tray/icon.ts'), 'hot');
    await build();
    expect(await readFile(source('out/main/tray/icon.ts'), 'utf8')).toBe('one');
    await rm(source('out'), { recursive: true });
    await build();
    expect(await runs()).toBe(3);
  });

  it('tells what was wrong without a stack trace, and is tried again', async () => {
    await writeFile(source('node_modules/electron-vite/bin/electron-vite.js'), 'throw new Error("no entry")');
    const failure = await build().catch((error: Error) => error.message);
    expect(failure).toMatch(/^The app could not be built: .*no entry/s);
    expect(failure).not.toMatch(/^\s+at /m);
    await writeFile(source('node_modules/electron-vite/bin/electron-vite.js'), BUILDER);
    await build();
    expect(await runs()).toBe(1);
  });
});
