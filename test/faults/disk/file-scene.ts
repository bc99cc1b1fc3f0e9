import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '../../../core/clock.ts';
import { writeDurably } from '../../../main/vault/durable-file.ts';
import { createPreferences } from '../../../main/preferences/preferences.ts';
import { quarantineBroken } from '../../../main/preferences/quarantine.ts';
import type { Choose } from '../../support/choose.ts';
import { confFile } from '../corrupt/settings-target.ts';
import { silentLog } from '../corrupt/silent-log.ts';
import { must, type Notebook } from './findings.ts';
import type { SmallDisk } from './small-disk.ts';

const WRITES = 12;

/** Replaces a file again and again while the disk is nearly full: it holds the old or the new content, whole. */
export async function fullDiskForVault(disk: SmallDisk, choose: Choose, book: Notebook): Promise<void> {
  const path = join(disk.path, 'vault.bin');
  let content = Buffer.alloc(100, 1);
  await writeDurably(path, content);
  for (let n = 0; n < WRITES; n++) {
    const next = Buffer.alloc(1 + choose(40_000), n + 2);
    await disk.fill(choose(12) * 4_096);
    book.counts.vaultWrites += 1;
    const refused = await writeDurably(path, next).then(() => false, () => true);
    const found = await readFile(path);
    book.counts.vaultRefused += refused ? 1 : 0;
    must(book, found.equals(refused ? content : next), `after a write that was ${refused ? 'refused' : 'done'} the file holds ${found.length} bytes of ${found[0]}`);
    must(book, (await readdir(disk.path)).every((name) => !name.endsWith('.tmp')), 'a half-written file was left behind');
    content = found;
    await disk.free();
  }
}

/** Changes settings while the disk is full: the change holds for this run, and the file is the old or the new one, or is found broken and said to be. */
export async function fullDiskForSettings(disk: SmallDisk, choose: Choose, book: Notebook): Promise<void> {
  let refused = 0;
  const log = { ...silentLog, error: () => void (refused += 1) };
  const preferences = createPreferences(confFile(disk.path), log);
  preferences.update({ baseUrl: 'https://api.cxpress.example' });
  for (let n = 0; n < WRITES; n++) {
    await disk.fill(choose(3) * 4_096);
    const former = preferences.get();
    const before = refused;
    const wanted = preferences.update({ syncIntervalSeconds: 30 + n, baseUrl: `https://api${'x'.repeat(choose(40))}.cxpress.example` });
    book.counts.settingsWrites += 1;
    book.counts.settingsRefused += refused - before;
    must(book, JSON.stringify(preferences.get()) === JSON.stringify(wanted), 'a change does not hold for this run');
    await disk.free();
    const broken = await quarantineBroken(join(disk.path, 'config.json'), systemClock(), silentLog);
    const started = createPreferences(confFile(disk.path), silentLog).get();
    book.counts.starts += 1;
    // A write that was called done although the disk took a part of it is found at the next start, which says so.
    if (!broken) must(book, [former, wanted].some((one) => JSON.stringify(one) === JSON.stringify(started)), 'the file holds neither the old nor the new settings');
    if (refused === before && !broken) must(book, JSON.stringify(started) === JSON.stringify(wanted), 'a write called done is not there, and nothing says so');
    preferences.update({ theme: n % 2 === 0 ? 'dark' : 'light' });
  }
}
