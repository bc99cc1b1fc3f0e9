import { describe, expect, it } from 'vitest';
import { CXPRESS_1_0 } from '../../../../contract/profile/cxpress-1.0.ts';
import type { ApiProfile } from '../../../../contract/profile/schema.ts';
import { memorySettingsFile } from '../../../../main/preferences/memory-settings-file.ts';
import { createPreferences } from '../../../../main/preferences/preferences.ts';
import { createKeptProfile } from '../../../../main/profiles/kept-profile.ts';
import { createProfileInUse } from '../../../../main/profiles/profile-in-use.ts';
import type { ProfileShelf } from '../../../../main/profiles/profile-shelf.ts';
import { createProvenProfiles } from '../../../../main/profiles/proven-profiles.ts';
import { createNoticeBoard } from '../../../../main/status/notice-board.ts';
import { recordingLog } from '../../../support/electron/recording-log.ts';
import { memoryState } from '../../../support/memory-state.ts';

const acme: ApiProfile = { ...CXPRESS_1_0, id: 'acme', name: 'Acme', auth: { in: 'query', param: 'key' } };
const copy: ApiProfile = { ...CXPRESS_1_0, id: 'copy', name: 'A copy' };
const ALL = [CXPRESS_1_0, acme, copy];

function desk({ state = memoryState(), profiles = ALL, profileId = 'cxpress-1.0', lost = null as ReturnType<ProfileShelf['lost']>, rereadFails = false } = {}) {
  const preferences = createPreferences(memorySettingsFile(), recordingLog());
  preferences.update({ profileId });
  const notices = createNoticeBoard();
  let rereads = 0;
  const shelf: Pick<ProfileShelf, 'find' | 'lost'> = { find: (id) => profiles.find((profile) => profile.id === id) ?? null, lost: () => lost };
  const store = { reread: async () => {
    if (rereadFails) throw new Error('disk');
    rereads += 1;
  } };
  const inUse = createProfileInUse({ shelf: shelf as ProfileShelf, preferences, kept: createKeptProfile(state), store, notices, log: recordingLog() });
  return { inUse, state, preferences, notices, rereads: () => rereads, codes: () => notices.list().map(({ code }) => code) };
}

describe('the profile in use', () => {
  it('is what the settings name, and nothing is read anew for that', async () => {
    const { inUse, rereads, codes } = desk({ profileId: 'acme' });
    expect(inUse.now()).toBe(acme);
    await inUse.recall();
    expect([inUse.now(), rereads(), codes()]).toEqual([acme, 0, []]);
  });
  it('changes after the reading states were forgotten, and is there at the next start', async () => {
    const { inUse, state, rereads, preferences } = desk();
    await inUse.recall();
    const heard: string[] = [];
    inUse.onChange(({ id }) => heard.push(id));
    await inUse.change(acme);
    expect([inUse.now(), rereads(), preferences.get().profileId, heard]).toEqual([acme, 1, 'acme', ['acme']]);
    const next = desk({ state: state.crash(), profileId: 'acme' });
    await next.inUse.recall();
    expect([next.inUse.now(), next.rereads()]).toEqual([acme, 0]);
  });
  it('stays the same when the states cannot be forgotten', async () => {
    const { inUse, preferences } = desk({ rereadFails: true });
    await inUse.recall();
    await expect(inUse.change(acme)).rejects.toThrow('disk');
    expect([inUse.now(), preferences.get().profileId]).toEqual([CXPRESS_1_0, 'cxpress-1.0']);
  });
  it('is the one kept beside the tokens when the settings file was lost', async () => {
    const { inUse, state } = desk();
    await inUse.recall();
    await inUse.change(acme);
    const next = desk({ state: state.crash() });
    await next.inUse.recall();
    expect([next.inUse.now(), next.preferences.get().profileId, next.rereads()]).toEqual([acme, 'acme', 0]);
  });
  it('whose file was changed by hand or by an update is read anew', async () => {
    const { inUse, state } = desk({ profileId: 'acme' });
    await inUse.recall();
    const edited: ApiProfile = { ...acme, auth: { in: 'query', param: 'token' } };
    const next = desk({ state: state.crash(), profileId: 'acme', profiles: [CXPRESS_1_0, edited] });
    await next.inUse.recall();
    expect([next.inUse.now(), next.rereads()]).toEqual([edited, 1]);
  });
  it('that only has another name is not read anew', async () => {
    const { inUse, rereads } = desk();
    await inUse.recall();
    await inUse.change(copy);
    expect([inUse.now(), rereads()]).toEqual([copy, 0]);
  });
  it('gives way to the built-in one when it is gone, says so once, and what it read is read anew', async () => {
    const { inUse, state } = desk({ profileId: 'acme' });
    await inUse.recall();
    const next = desk({ state: state.crash(), profileId: 'acme', profiles: [CXPRESS_1_0], lost: 'movedAside' });
    await next.inUse.recall();
    expect([next.inUse.now(), next.codes(), next.rereads(), next.preferences.get().profileId]).toEqual([CXPRESS_1_0, ['profileUnreadable'], 1, 'cxpress-1.0']);
    const later = desk({ state: next.state.crash(), profiles: [CXPRESS_1_0] });
    await later.inUse.recall();
    expect([later.codes(), later.rereads()]).toEqual([[], 0]);
  });
  it('is chosen again by itself when its file could not be read for a while', async () => {
    const { inUse, state } = desk({ profileId: 'acme' });
    await inUse.recall();
    const locked = desk({ state: state.crash(), profileId: 'acme', profiles: [CXPRESS_1_0], lost: 'unreadable' });
    await locked.inUse.recall();
    expect([locked.inUse.now(), locked.codes()]).toEqual([CXPRESS_1_0, ['profileUnreadable']]);
    const next = desk({ state: locked.state.crash(), profileId: 'acme' });
    await next.inUse.recall();
    expect([next.inUse.now(), next.codes(), next.rereads()]).toEqual([acme, [], 1]);
  });
  it('is chosen again by the newer app that wrote it, and says until then why it is not in use', async () => {
    const { inUse, state } = desk({ profileId: 'acme' });
    await inUse.recall();
    const older = desk({ state: state.crash(), profileId: 'acme', profiles: [CXPRESS_1_0], lost: 'newer' });
    await older.inUse.recall();
    expect([older.inUse.now(), older.codes(), older.preferences.get().profileId]).toEqual([CXPRESS_1_0, ['profileNewer'], 'acme']);
    const updated = desk({ state: older.state.crash(), profileId: 'acme' });
    await updated.inUse.recall();
    expect([updated.inUse.now(), updated.codes()]).toEqual([acme, []]);
  });
  it('is what the settings name when what is kept is no record', async () => {
    const { inUse } = desk({ profileId: 'acme', state: memoryState([['account.profile', new Uint8Array([1, 2])]]) });
    await inUse.recall();
    expect(inUse.now()).toBe(acme);
  });
});

describe('what was seen to work', () => {
  it('is remembered over restarts by what it does, not by its name', async () => {
    const state = memoryState();
    const proven = createProvenProfiles(state, recordingLog());
    expect(await proven.load()).toBe(false);
    proven.add(acme);
    await Promise.resolve();
    const next = createProvenProfiles(state.crash(), recordingLog());
    expect([await next.load(), next.has({ ...acme, id: 'b', name: 'B' }), next.has(CXPRESS_1_0), next.has({ ...acme, auth: { in: 'query', param: 'other' } })]).toEqual([true, true, false, false]);
  });
  it('counts for this run when the disk refuses, and nothing is claimed of what cannot be read', async () => {
    const state = memoryState([['profiles.proven', new TextEncoder().encode('{')]]);
    const proven = createProvenProfiles(state, recordingLog());
    expect(await proven.load()).toBe(true);
    state.failWrites = true;
    proven.add(acme);
    expect([proven.has(acme), proven.has(CXPRESS_1_0)]).toEqual([true, false]);
  });
});
