import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callSchemas } from '../../../../contract/ipc/calls.ts';
import { CXPRESS_1_0 } from '../../../../contract/profile/cxpress-1.0.ts';
import type { ProfileEntry } from '../../../../contract/profile/proposal.ts';
import type { ApiProfile } from '../../../../contract/profile/schema.ts';
import type { Result } from '../../../../contract/result.ts';
import { propose } from '../../../../core/profile/propose.ts';
import { readDocument } from '../../../../core/profile/read-document.ts';
import { writeProfileFile } from '../../../../core/profile/write-profile-file.ts';
import type { TypedConnection } from '../../../../main/engine/connection-trial.ts';
import { profileHandlers } from '../../../../main/ipc/handlers/profiles.ts';
import { createImportDraft } from '../../../../main/profiles/import-draft.ts';
import { openProfileShelf } from '../../../../main/profiles/profile-shelf.ts';
import { createProposer } from '../../../../main/profiles/worker/proposer.ts';
import { writeDurably } from '../../../../main/vault/durable-file.ts';
import { inlineProposerPort } from '../../../support/electron/inline-proposer-port.ts';
import { recordingLog } from '../../../support/electron/recording-log.ts';
import { temporaryFolder } from '../../../support/electron/temporary-folder.ts';
import { fakeClock } from '../../../support/fake-clock.ts';

const acme: ApiProfile = { ...CXPRESS_1_0, id: 'acme', name: 'Acme', origin: 'imported' };
const empty: ApiProfile = { ...CXPRESS_1_0, id: 'empty', name: 'Empty', versions: [{ name: '1', prefix: '', operations: {} }] };
const request = (name: string, path: string) => ({ name, request: { method: 'GET', url: { raw: `https://api.acme.test${path}`, path: path.slice(1).split('/') } }, response: [{ name: 'ok', code: 200, body: JSON.stringify({ data: [{ id: '1' }] }) }] });
const COLLECTION = JSON.stringify({ info: { name: 'Acme', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' }, item: [request('List tickets', '/tickets'), request('List tasks', '/tasks')] });

/** A desk with real shelf, draft and reader; the dialogs answer what is set, and using a profile is written down. */
async function desk({ chosen = null as string | null, saveTo = null as string | null } = {}) {
  const folder = temporaryFolder();
  const shelf = await openProfileShelf({ folder: join(folder, 'profiles'), clock: fakeClock(), log: recordingLog() });
  await shelf.keep(acme);
  const dialogs = { chosen, saveTo, proposed: [] as string[] };
  const tried: [ApiProfile, TypedConnection | null][] = [];
  let inUse = CXPRESS_1_0;
  const handlers = profileHandlers({
    shelf,
    draft: createImportDraft(() => createProposer(inlineProposerPort(), fakeClock())),
    dialogs: {
      open: async () => dialogs.chosen,
      save: async (name) => {
        dialogs.proposed.push(name);
        return dialogs.saveTo;
      },
    },
    inUse: () => inUse,
    use: async (profile) => void (inUse = profile),
    tryOut: async (profile, connection) => {
      tried.push([profile, connection]);
      return { checks: [], host: 'api.test' };
    },
    writeFile: (path, bytes) => writeDurably(path, bytes),
  });
  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  return { handlers, shelf, dialogs, tried, folder, file, inUse: () => inUse };
}
const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const active = (entries: readonly ProfileEntry[]) => entries.find((entry) => entry.active)?.id;

describe('listing and switching profiles', () => {
  it('tells where each comes from, what it lacks, and which is in use', async () => {
    const { handlers, shelf } = await desk();
    await shelf.keep(empty);
    const entries = valueOf(await handlers['profiles.list'](null));
    expect(entries.map(({ id, builtIn, active: used, missing }) => [id, builtIn, used, missing.length])).toEqual([['cxpress-1.0', true, true, 0], ['acme', false, false, 0], ['empty', false, false, 14]]);
    expect(callSchemas['profiles.list'].reply.safeParse(entries).success).toBe(true);
  });
  it('uses another one, and refuses what is not there or cannot work', async () => {
    const { handlers, shelf, inUse } = await desk();
    expect(active(valueOf(await handlers['profiles.use']({ id: 'acme' })))).toBe('acme');
    await shelf.keep(empty);
    await expect(handlers['profiles.use']({ id: 'empty' })).rejects.toMatchObject({ code: 'profileIncomplete' });
    await expect(handlers['profiles.use']({ id: 'gone' })).rejects.toMatchObject({ code: 'profileUnknown' });
    expect(inUse()).toBe(acme);
  });
  it('does not remove what is in use or comes with the app', async () => {
    const { handlers } = await desk();
    expect(await handlers['profiles.remove']({ id: 'cxpress-1.0' })).toMatchObject({ ok: false });
    await handlers['profiles.use']({ id: 'acme' });
    expect(await handlers['profiles.remove']({ id: 'acme' })).toEqual({ ok: false, error: { code: 'profileInUse' } });
    await handlers['profiles.use']({ id: 'cxpress-1.0' });
    expect(valueOf(await handlers['profiles.remove']({ id: 'acme' })).map(({ id }) => id)).toEqual(['cxpress-1.0']);
  });
});

describe('exporting', () => {
  it('writes what can be imported again, where the person said', async () => {
    const { handlers, dialogs, folder } = await desk();
    dialogs.saveTo = join(folder, 'out.json');
    expect(await handlers['profiles.export']({ id: 'acme' })).toEqual({ ok: true, value: { saved: true } });
    expect(dialogs.proposed).toEqual(['acme.json']);
    expect(propose(readDocument(readFileSync(dialogs.saveTo, 'utf8'), 'out.json')).profile).toMatchObject({ auth: acme.auth, versions: acme.versions });
  });
  it('writes nothing when they changed their mind, and says when the disk refuses', async () => {
    const { handlers, dialogs, folder } = await desk();
    expect(await handlers['profiles.export']({ id: 'acme' })).toEqual({ ok: true, value: { saved: false } });
    dialogs.saveTo = join(folder, 'no', 'such', 'folder', 'out.json');
    await expect(handlers['profiles.export']({ id: 'acme' })).rejects.toMatchObject({ code: 'fileNotWritten' });
    expect(readdirSync(folder)).toEqual(['profiles']);
  });
});

describe('importing', () => {
  it('proposes, corrects, tests and keeps under a name', async () => {
    const { handlers, dialogs, file, tried, shelf } = await desk();
    dialogs.chosen = file('acme.postman_collection.json', COLLECTION);
    const proposal = valueOf(await handlers['profiles.choose'](null));
    expect(proposal?.source.fileName).toBe('acme.postman_collection.json');
    expect(callSchemas['profiles.choose'].reply.safeParse(proposal).success).toBe(true);
    const corrected = valueOf(await handlers['profiles.correct']({ choices: { 'task.list': null } }));
    expect(corrected.findings.find(({ about }) => about === 'task.list')?.request).toBeNull();
    await handlers['profiles.test']({ connection: null });
    expect(tried).toEqual([[corrected.profile, null]]);
    const entries = valueOf(await handlers['profiles.save']({ name: 'Acme' }));
    expect(entries.map(({ id, name }) => [id, name])).toEqual([['cxpress-1.0', 'Cxpress 1.0'], ['acme', 'Acme'], ['acme-2', 'Acme']]);
    expect(shelf.find('acme-2')).toEqual({ ...corrected.profile, id: 'acme-2', name: 'Acme', origin: 'imported' });
    await expect(handlers['profiles.save']({ name: 'Again' })).rejects.toMatchObject({ code: 'profileUnknown' });
  });
  it('keeps nothing that cannot work, and the draft stays to be corrected', async () => {
    const { handlers, dialogs, file, shelf } = await desk();
    dialogs.chosen = file('a.json', COLLECTION);
    await handlers['profiles.choose'](null);
    await handlers['profiles.correct']({ choices: { 'ticket.list': null, 'task.list': null } });
    await expect(handlers['profiles.save']({ name: 'Acme' })).rejects.toMatchObject({ code: 'profileIncomplete' });
    expect(shelf.all()).toHaveLength(2);
    await handlers['profiles.correct']({ choices: { 'ticket.list': 0 } });
    expect(valueOf(await handlers['profiles.save']({ name: 'Acme' }))).toHaveLength(3);
  });
  it('takes an exported profile', async () => {
    const { handlers, dialogs, file } = await desk();
    dialogs.chosen = file('acme.json', writeProfileFile(acme));
    expect(valueOf(await handlers['profiles.choose'](null))).toMatchObject({ source: { kind: 'profile' }, requests: [] });
    expect(valueOf(await handlers['profiles.save']({ name: 'Acme copy' })).map(({ id }) => id)).toContain('acme-copy');
  });
  it('takes another name than that of a profile that cannot be read today', async () => {
    const { handlers, dialogs, file, folder } = await desk();
    dialogs.chosen = file('a.json', COLLECTION);
    await handlers['profiles.choose'](null);
    writeFileSync(join(folder, 'profiles', 'own.json'), 'made by hand');
    expect(valueOf(await handlers['profiles.save']({ name: 'Own' })).map(({ id }) => id)).toContain('own-2');
    expect(readFileSync(join(folder, 'profiles', 'own.json'), 'utf8')).toBe('made by hand');
  });
  it('answers null when they changed their mind, and the former draft stays', async () => {
    const { handlers, dialogs, file } = await desk();
    dialogs.chosen = file('a.json', COLLECTION);
    await handlers['profiles.choose'](null);
    dialogs.chosen = null;
    expect(await handlers['profiles.choose'](null)).toEqual({ ok: true, value: null });
    expect(valueOf(await handlers['profiles.correct']({ choices: {} })).source.fileName).toBe('a.json');
  });
  it('forgets the draft when it is discarded', async () => {
    const { handlers, dialogs, file } = await desk();
    dialogs.chosen = file('a.json', COLLECTION);
    await handlers['profiles.choose'](null);
    await handlers['profiles.discard'](null);
    await expect(handlers['profiles.test']({ connection: null })).rejects.toMatchObject({ code: 'profileUnknown' });
  });
  it.each<[string, string | Uint8Array, string]>([
    ['no JSON', 'hello', 'fileNotCollection'], ['something else', '{"openapi":"3.0.0"}', 'fileNotCollection'], ['not text', new Uint8Array([0xff, 0xfe, 0, 1]), 'fileNotCollection'],
    ['one that is nested too deeply', '['.repeat(1000), 'fileRefused'], ['too large', new Uint8Array(8 * 1024 * 1024 + 1).fill(0x20), 'fileTooLarge'],
  ])('refuses %s, and keeps the former draft', async (_what, content, code) => {
    const { handlers, dialogs, file } = await desk();
    dialogs.chosen = file('good.json', COLLECTION);
    await handlers['profiles.choose'](null);
    dialogs.chosen = file('bad.json', content);
    await expect(handlers['profiles.choose'](null)).rejects.toMatchObject({ code });
    expect(valueOf(await handlers['profiles.correct']({ choices: {} })).source.fileName).toBe('good.json');
  });
  it('says when the file cannot be read', async () => {
    const { handlers, dialogs, folder } = await desk();
    dialogs.chosen = join(folder, 'gone.json');
    await expect(handlers['profiles.choose'](null)).rejects.toMatchObject({ code: 'fileUnreadable' });
    mkdirSync(dialogs.chosen);
    await expect(handlers['profiles.choose'](null)).rejects.toMatchObject({ code: 'fileUnreadable' });
  });
});
