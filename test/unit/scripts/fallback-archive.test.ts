import { lstat, mkdtemp, readFile, readdir, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unzipFolder, verifyIntegrity } from '../../../scripts/setup/fallback-archive.mjs';
import { smallZip } from './small-zip.ts';

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'cxpress-archive-'))));
afterEach(() => rm(folder, { recursive: true }));

describe('the downloaded archive', () => {
  it('is refused when it is not byte for byte the expected one', async () => {
    const file = join(folder, 'file');
    await writeFile(file, 'abc');
    const abc = 'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==';
    await expect(verifyIntegrity(file, abc)).resolves.toBeUndefined();
    await writeFile(file, 'abd');
    await expect(verifyIntegrity(file, abc)).rejects.toThrow('SHA-512 differs');
  });
});

describe('unzipping one folder', () => {
  const unzip = async (members: Parameters<typeof smallZip>[0]) => {
    const archive = join(folder, 'archive.zip');
    await writeFile(archive, smallZip(members));
    const into = join(folder, 'into');
    await unzipFolder(archive, into, { folder: 'Thing/', wanted: (path: string) => !path.startsWith('other/') });
    return into;
  };

  it('keeps contents, modes and symbolic links, and leaves out what is not wanted', async () => {
    const into = await unzip([
      { path: 'Thing/', mode: 0o040755, content: '' },
      { path: 'Thing/program', mode: 0o100755, content: '#!/bin/sh' },
      { path: 'Thing/deep/er/text', mode: 0o100640, content: 'ação' },
      { path: 'Thing/link', mode: 0o120777, content: 'deep/er/text' },
      { path: 'Thing/other/app', mode: 0o100644, content: 'unwanted' },
      { path: 'Elsewhere/file', mode: 0o100644, content: 'unwanted' },
    ]);
    expect((await readdir(into)).sort()).toEqual(['deep', 'link', 'program']);
    expect((await stat(join(into, 'program'))).mode & 0o777).toBe(0o755);
    expect((await stat(join(into, 'deep/er/text'))).mode & 0o777).toBe(0o640);
    expect((await lstat(join(into, 'link'))).isSymbolicLink()).toBe(true);
    expect(await readlink(join(into, 'link'))).toBe('deep/er/text');
    expect(await readFile(join(into, 'link'), 'utf8')).toBe('ação');
  });

  it('refuses an archive that would write outside its folder', async () => {
    await expect(unzip([{ path: 'Thing/../../escaped', mode: 0o100644, content: 'x' }])).rejects.toThrow(/relative path/);
  });
});
