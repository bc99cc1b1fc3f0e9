import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CXPRESS_1_0 } from '../../../../contract/profile/cxpress-1.0.ts';
import type { ApiProfile } from '../../../../contract/profile/schema.ts';
import { writeProfileFile } from '../../../../core/profile/write-profile-file.ts';
import { isProfileId, profileIdOf } from '../../../../main/profiles/profile-id.ts';
import { openProfileShelf } from '../../../../main/profiles/profile-shelf.ts';
import { MEBIBYTE, readCapped } from '../../../../main/profiles/read-capped.ts';
import { writeDurably } from '../../../../main/vault/durable-file.ts';
import { failingDisk, type DiskFault } from '../../../support/electron/failing-disk.ts';
import { recordingLog } from '../../../support/electron/recording-log.ts';
import { temporaryFolder } from '../../../support/electron/temporary-folder.ts';
import { fakeClock } from '../../../support/fake-clock.ts';

const acme: ApiProfile = { ...CXPRESS_1_0, id: 'acme', name: 'Acme', origin: 'imported' };

/** A folder for profiles with these files in it, and how to open a shelf on it. */
function desk(files: Record<string, string> = {}) {
  const folder = join(temporaryFolder(), 'profiles');
  if (Object.keys(files).length > 0) mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const open = (fault?: DiskFault) => openProfileShelf({ folder, clock: fakeClock(), log: recordingLog(), ...(fault && { write: (path, bytes) => writeDurably(path, bytes, failingDisk(fault)) }) });
  return { folder, open, ids: async () => (await open()).all().map(({ id }) => id) };
}

describe('the shelf of profiles', () => {
  it('holds the built-in one when there is no folder at all', async () => {
    const { open, folder } = desk();
    expect((await open()).all()).toEqual([CXPRESS_1_0]);
    expect(existsSync(folder)).toBe(false);
  });
  it('keeps profiles over a restart, the built-in first and the others by name, for their owner alone', async () => {
    const { open, folder, ids } = desk();
    const shelf = await open();
    await shelf.keep({ ...acme, id: 'zeta', name: 'Zeta' });
    await shelf.keep(acme);
    expect(await ids()).toEqual(['cxpress-1.0', 'acme', 'zeta']);
    expect((await open()).find('acme')).toEqual(acme);
    expect(statSync(join(folder, 'acme.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).sort()).toEqual(['acme.json', 'zeta.json']);
  });
  it('removes what is removed', async () => {
    const { open, ids } = desk({ 'acme.json': writeProfileFile(acme) });
    const shelf = await open();
    await shelf.remove('acme');
    expect([shelf.find('acme'), await ids()]).toEqual([null, ['cxpress-1.0']]);
    await expect(shelf.remove('acme')).rejects.toMatchObject({ code: 'profileUnknown' });
  });
  it.each<DiskFault>([{ fullAfter: 500 }, { fails: 'open' }, { fails: 'sync' }, { fails: 'rename' }])('keeps the former profile when the disk fails: %j', async (fault) => {
    const { open } = desk({ 'acme.json': writeProfileFile(acme) });
    const shelf = await open(fault);
    await expect(shelf.keep({ ...acme, name: 'Other' })).rejects.toMatchObject({ code: 'fileNotWritten' });
    expect([shelf.find('acme')?.name, (await open()).find('acme')?.name]).toEqual(['Acme', 'Acme']);
  });
  it.each([
    ['cut off', writeProfileFile(acme).slice(0, -20)], ['empty', ''], ['another id', writeProfileFile({ ...acme, id: 'other' })], ['no profile', '{"a":1}'],
    ['no text', '\xff\xfe'], ['a collection', '{"info":{"name":"x","schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},"item":[]}'], ['too large', `${' '.repeat(MEBIBYTE)}{}`],
  ])('moves a file aside, once, that is %s, and goes on with the others', async (_what, text) => {
    const { open, folder } = desk({ 'acme.json': text, 'fine.json': writeProfileFile({ ...acme, id: 'fine' }) });
    const shelf = await open();
    expect(shelf.all().map(({ id }) => id)).toEqual(['cxpress-1.0', 'fine']);
    expect(shelf.lost('acme')).toBe('movedAside');
    const after = readdirSync(folder).sort();
    expect(after).toEqual([expect.stringMatching(/^broken_acme-.*\.json$/), 'fine.json']);
    expect(readFileSync(join(folder, after[0] ?? ''), 'utf8')).toBe(readFileSync(join(folder, after[0] ?? '')).toString());
    expect((await open()).lost('acme')).toBeNull();
    expect(readdirSync(folder).sort()).toEqual(after);
  });
  it('leaves what it cannot read where it is', async () => {
    const { open, folder } = desk({ 'fine.json': writeProfileFile({ ...acme, id: 'fine' }) });
    mkdirSync(join(folder, 'acme.json'));
    const shelf = await open();
    expect([shelf.find('acme'), shelf.lost('acme'), existsSync(join(folder, 'acme.json'))]).toEqual([null, 'unreadable', true]);
    expect(shelf.find('fine')).not.toBeNull();
  });
  it('leaves a profile of a newer app where it is, and does not take its name', async () => {
    const text = JSON.stringify({ kind: 'cxpress-tray-profile', profile: { ...acme, schema: 2, more: 1 } });
    const { open, folder } = desk({ 'acme.json': text });
    const shelf = await open();
    expect([shelf.find('acme'), shelf.lost('acme'), readdirSync(folder)]).toEqual([null, 'newer', ['acme.json']]);
    expect([...(await shelf.taken())]).toContain('acme');
    await expect(shelf.keep(acme)).rejects.toMatchObject({ code: 'fileNotWritten' });
    expect(readFileSync(join(folder, 'acme.json'), 'utf8')).toBe(text);
  });
  it('takes no name of a file that is there, whatever is in it', async () => {
    const { open, folder } = desk({ 'fine.json': writeProfileFile({ ...acme, id: 'fine' }), 'Capital.JSON': 'x' });
    mkdirSync(join(folder, 'locked.json'));
    const shelf = await open();
    writeFileSync(join(folder, 'later.json'), 'not ours');
    expect([...(await shelf.taken())].sort()).toEqual(['capital', 'cxpress-1.0', 'fine', 'later', 'locked']);
    for (const id of ['later', 'locked']) await expect(shelf.keep({ ...acme, id })).rejects.toMatchObject({ code: 'fileNotWritten' });
    expect([readFileSync(join(folder, 'later.json'), 'utf8'), shelf.find('later')]).toEqual(['not ours', null]);
  });
  it('knows of files beyond the most it reads', async () => {
    const text = (id: string): string => writeProfileFile({ ...acme, id });
    const { open } = desk(Object.fromEntries(Array.from({ length: 201 }, (_, at) => `p${String(at).padStart(3, '0')}`).map((id) => [`${id}.json`, text(id)])));
    const shelf = await open();
    expect([shelf.lost('p199'), shelf.lost('p200'), (await shelf.taken()).has('p200')]).toEqual([null, 'unreadable', true]);
  });
  it('keeps nothing that the next start would refuse for its size', async () => {
    const { open, folder } = desk();
    const note = (count: number) => ({ ...acme, fields: { ...acme.fields, ticket: { ...acme.fields.ticket, note: Array.from({ length: count }, (_, at) => `field_number_${at}`) } } });
    const shelf = await open();
    await expect(shelf.keep(note(40_000))).rejects.toMatchObject({ code: 'fileTooLarge', params: { megabytes: 1 } });
    expect([shelf.find('acme'), existsSync(folder)]).toEqual([null, false]);
    await shelf.keep(note(20_000));
    expect((await open()).find('acme')).toEqual(note(20_000));
  });
  it('leaves nothing of a new profile behind whose last flush failed', async () => {
    const { folder } = desk();
    const write: typeof writeDurably = async (path, bytes) => {
      await writeDurably(path, bytes);
      throw new Error('EIO');
    };
    const shelf = await openProfileShelf({ folder, clock: fakeClock(), log: recordingLog(), write });
    await expect(shelf.keep(acme)).rejects.toMatchObject({ code: 'fileNotWritten' });
    expect([shelf.find('acme'), readdirSync(folder)]).toEqual([null, []]);
  });
  it('does not let a file stand in for the built-in one', async () => {
    const { open } = desk({ 'cxpress-1.0.json': writeProfileFile({ ...CXPRESS_1_0, name: 'planted' }) });
    const shelf = await open();
    expect(shelf.all()).toEqual([CXPRESS_1_0]);
    await expect(shelf.keep({ ...CXPRESS_1_0, name: 'planted' })).rejects.toMatchObject({ code: 'profileUnknown' });
  });
  it.each(['../outside', 'a/b', 'A', '', '..', 'con', 'nul.x', 'a_b', 'x'.repeat(61)])('makes no file name of the id %j', async (id) => {
    const { open, folder } = desk();
    expect(isProfileId(id)).toBe(false);
    await expect((await open()).keep({ ...acme, id })).rejects.toMatchObject({ code: 'profileUnknown' });
    expect(existsSync(folder)).toBe(false);
  });
});

describe('an id made of a name', () => {
  it.each([['Cxpress 2.0 (Köln)', 'cxpress-2.0-koln'], ['  --Acme--  ', 'acme'], ['日本', 'profile'], ['CON', 'profile-con'], ['../../etc', 'etc'], ['x'.repeat(120), 'x'.repeat(50)]])('%j becomes %s', (name, id) => {
    expect(profileIdOf(name, new Set())).toBe(id);
    expect(isProfileId(id)).toBe(true);
  });
  it('is not one that is taken', () => {
    expect(profileIdOf('Acme', new Set(['acme', 'acme-2']))).toBe('acme-3');
    expect(profileIdOf('Cxpress 1.0', new Set(['cxpress-1.0']))).toBe('cxpress-1.0-2');
  });
});

describe('reading a file', () => {
  it('takes a file of just the limit, and refuses one byte more', async () => {
    const path = join(temporaryFolder(), 'file');
    writeFileSync(path, Buffer.alloc(1000, 7));
    expect(await readCapped(path, 1000)).toEqual(new Uint8Array(1000).fill(7));
    await expect(readCapped(path, 999)).rejects.toMatchObject({ code: 'fileTooLarge' });
  });
  it('says so when it is not there or is no file', async () => {
    const folder = temporaryFolder();
    await expect(readCapped(join(folder, 'none'), 10)).rejects.toMatchObject({ code: 'fileUnreadable' });
    await expect(readCapped(folder, 10)).rejects.toMatchObject({ code: 'fileUnreadable' });
  });
});
