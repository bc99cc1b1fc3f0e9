import { readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeDurably } from '../../../../main/vault/durable-file.ts';
import { failingDisk } from '../../../support/electron/failing-disk.ts';
import { temporaryFolder } from '../../../support/electron/temporary-folder.ts';

const OLD = Buffer.from('old content');
const NEW = Buffer.alloc(10_000, 'n');

function place(): { folder: string; path: string } {
  const folder = temporaryFolder();
  const path = join(folder, 'vault.bin');
  writeFileSync(path, OLD);
  return { folder, path };
}

describe('writeDurably', () => {
  it('replaces the content, readable by its owner alone, and leaves nothing else behind', async () => {
    const { folder, path } = place();
    await writeDurably(path, NEW);
    expect(readFileSync(path).equals(NEW)).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['vault.bin']);
  });

  it('writes on after short writes that report success', async () => {
    const { path } = place();
    const disk = failingDisk({ shortWrite: 999 });
    await writeDurably(path, NEW, disk);
    expect(readFileSync(path).equals(NEW)).toBe(true);
    expect(disk.steps).toEqual(['open', ...Array.from({ length: 11 }, () => 'write'), 'sync', 'rename', 'syncFolder']);
  });

  it.each([[{ fullAfter: 4000 }], [{ fails: 'open' as const }], [{ fails: 'sync' as const }], [{ fails: 'rename' as const }]])('keeps the old content, and no rest, when the disk fails: %j', async (fault) => {
    const { folder, path } = place();
    await expect(writeDurably(path, NEW, failingDisk(fault))).rejects.toThrow();
    expect(readFileSync(path).equals(OLD)).toBe(true);
    expect(readdirSync(folder)).toEqual(['vault.bin']);
  });

  it.each([[{ fails: 'syncFolder' as const }], [{ tornRead: true }]])('does not call it done when the end cannot be proved: %j', async (fault) => {
    const { path } = place();
    await expect(writeDurably(path, NEW, failingDisk(fault))).rejects.toThrow();
  });

  it('follows no link that lies in its place', async () => {
    const { folder, path } = place();
    const other = join(folder, 'other');
    writeFileSync(other, 'untouched');
    symlinkSync(other, join(folder, 'link.bin'));
    await writeDurably(join(folder, 'link.bin'), NEW);
    expect(readFileSync(other, 'utf8')).toBe('untouched');
    expect(readFileSync(path).equals(OLD)).toBe(true);
  });
});
