import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../../../contract/settings.ts';
import { parseSettings } from '../../../../main/preferences/parse-settings.ts';
import { createPreferences } from '../../../../main/preferences/preferences.ts';
import { memorySettingsFile } from '../../../../main/preferences/memory-settings-file.ts';
import { keepCopy, quarantineBroken } from '../../../../main/preferences/quarantine.ts';
import { recordingLog } from '../../../support/electron/recording-log.ts';
import { temporaryFolder } from '../../../support/electron/temporary-folder.ts';
import { fakeClock } from '../../../support/fake-clock.ts';

const DEFAULTS = settingsSchema.parse({});

describe('parseSettings', () => {
  it('keeps what is right, replaces what is broken one by one, drops what is not ours', () => {
    const { settings, replaced } = parseSettings({ theme: 'dark', syncIntervalSeconds: 'often', sharePercent: 500, baseUrl: 'https://api.example', windowBounds: { x: 1 }, apiToken: 'never' });
    expect(settings).toEqual({ ...DEFAULTS, theme: 'dark', baseUrl: 'https://api.example' });
    expect([...replaced].sort()).toEqual(['sharePercent', 'syncIntervalSeconds', 'windowBounds']);
  });

  it('keeps of a list what is right in it, and of quiet hours the days that are', () => {
    const rule = { id: 'vip', name: 'VIP', on: true, when: {}, action: 'toast', sound: false, breaksQuiet: false };
    const view = { id: 'v', name: 'Mine', entity: 'ticket', filter: { scope: 'mine' } };
    const day = { from: '17:00', to: '09:00' };
    const { settings, replaced } = parseSettings({
      rules: [rule, { ...rule, when: { moon: 'full' } }, null],
      savedViews: [{ ...view, filter: { scope: 'theirs' } }, view],
      myDepartmentIds: ['d1', 7, ''],
      quietHours: { on: true, days: [null, { from: '25:00', to: '1' }, day] },
      me: { key: '' },
    });
    expect(settings.rules.map(({ id }) => id)).toEqual(['vip']);
    expect(settings.savedViews.map(({ id }) => id)).toEqual(['v']);
    expect([settings.myDepartmentIds, settings.me]).toEqual([['d1'], null]);
    expect(settings.quietHours).toEqual({ on: true, days: [null, DEFAULTS.quietHours.days[1], day, ...DEFAULTS.quietHours.days.slice(3)] });
    expect([...replaced].sort()).toEqual(['me', 'myDepartmentIds', 'quietHours', 'rules', 'savedViews']);
  });

  it('keeps as many as there may be of a list that is too long', () => {
    const { settings } = parseSettings({ myDepartmentIds: Array.from({ length: 300 }, (_, i) => `d${i}`) });
    expect([settings.myDepartmentIds.length, settings.myDepartmentIds[199]]).toEqual([200, 'd199']);
  });

  it('makes valid settings of anything', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom(...Object.keys(DEFAULTS), '__proto__', 'constructor'), fc.anything())), (stored) => {
        expect(settingsSchema.safeParse(parseSettings(stored).settings).success).toBe(true);
      }),
    );
  });
});

describe('preferences', () => {
  it('takes changes over, writes them and tells what differs', () => {
    const file = memorySettingsFile();
    const preferences = createPreferences(file, recordingLog());
    const heard: unknown[] = [];
    preferences.onChange(({ now, before }) => heard.push([before.theme, now.theme]));
    expect(preferences.update({ theme: 'dark' })).toEqual({ ...DEFAULTS, theme: 'dark' });
    preferences.update({ theme: 'dark' });
    expect(heard).toEqual([['system', 'dark']]);
    expect(createPreferences(file, recordingLog()).get().theme).toBe('dark');
  });

  it('leaves what a change does not touch the very same, so that it is not taken for changed', () => {
    const preferences = createPreferences(memorySettingsFile(), recordingLog());
    const heard: boolean[][] = [];
    preferences.onChange(({ now, before }) => heard.push([now.rules === before.rules, now.myDepartmentIds === before.myDepartmentIds]));
    preferences.update({ theme: 'dark', rules: [] });
    preferences.update({ myDepartmentIds: ['d1'] });
    expect(heard).toEqual([[true, true], [true, false]]);
  });

  it('goes on with a change that the disk refuses, and logs it', () => {
    const log = recordingLog();
    const preferences = createPreferences({ read: () => ({}), write: () => { throw new Error('ENOSPC'); } }, log);
    expect(preferences.update({ theme: 'light' }).theme).toBe('light');
    expect(log.lines.map(({ event }) => event)).toEqual(['settings.notWritten']);
  });

  it('says when a stored value had to be replaced', () => {
    expect(createPreferences({ read: () => ({ theme: 'pink' }), write: () => undefined }, recordingLog()).reset).toBe(true);
    expect(createPreferences({ read: () => ({ theme: 'dark' }), write: () => undefined }, recordingLog()).reset).toBe(false);
  });
});

describe('quarantineBroken', () => {
  const content = ['', '{', 'null', '[]', '"text"', '\u0000\u0000', '{"theme":"dark"', '\uFEFF{}'];

  it.each(content)('moves a file of %j aside, whole', async (text) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'config.json'), text);
    expect(await quarantineBroken(join(folder, 'config.json'), fakeClock(), recordingLog())).toBe(true);
    expect(readdirSync(folder)).toEqual(['config-broken-20260105-120000-000.json']);
    expect(readFileSync(join(folder, 'config-broken-20260105-120000-000.json'), 'utf8')).toBe(text);
  });

  it('moves a folder in its place aside', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'config.json'));
    expect(await quarantineBroken(join(folder, 'config.json'), fakeClock(), recordingLog())).toBe(true);
    expect(readdirSync(folder)).toEqual(['config-broken-20260105-120000-000.json']);
  });

  it('leaves a good file, and no file, alone', async () => {
    const folder = temporaryFolder();
    expect(await quarantineBroken(join(folder, 'config.json'), fakeClock(), recordingLog())).toBe(false);
    writeFileSync(join(folder, 'config.json'), '{"theme":"dark"}');
    expect(await quarantineBroken(join(folder, 'config.json'), fakeClock(), recordingLog())).toBe(false);
    expect(readdirSync(folder)).toEqual(['config.json']);
  });
});

describe('keepCopy', () => {
  it('keeps the file as it was, beside it', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'config.json'), '{"rules":[1]}');
    await keepCopy(join(folder, 'config.json'), fakeClock(), recordingLog());
    expect(readdirSync(folder).sort()).toEqual(['config-broken-20260105-120000-000.json', 'config.json']);
    expect(readFileSync(join(folder, 'config-broken-20260105-120000-000.json'), 'utf8')).toBe('{"rules":[1]}');
  });

  it('costs nobody the start when it cannot', async () => {
    const log = recordingLog();
    await keepCopy(join(temporaryFolder(), 'nothing', 'config.json'), fakeClock(), log);
    expect(log.lines.map(({ event }) => event)).toEqual(['settings.copyNotKept']);
  });
});
