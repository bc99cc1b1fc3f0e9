import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callSchemas } from '../../../../contract/ipc/calls.ts';
import { MOST_RULES, rulesFileSchema } from '../../../../contract/rules.ts';
import type { Rule } from '../../../../contract/rules.ts';
import type { Result } from '../../../../contract/result.ts';
import { ruleHandlers } from '../../../../main/ipc/handlers/rules.ts';
import { memorySettingsFile } from '../../../../main/preferences/memory-settings-file.ts';
import { createPreferences } from '../../../../main/preferences/preferences.ts';
import { writeDurably } from '../../../../main/vault/durable-file.ts';
import { recordingLog } from '../../../support/electron/recording-log.ts';
import { temporaryFolder } from '../../../support/electron/temporary-folder.ts';
import { fakeClock } from '../../../support/fake-clock.ts';
import { rule } from '../../../support/notify-settings.ts';
import { pendingEvent } from '../../../support/pending-event.ts';
import { T0 } from '../../../support/records.ts';

function desk(rules: Rule[] = [rule('mine')]) {
  const folder = temporaryFolder();
  const preferences = createPreferences(memorySettingsFile(), recordingLog());
  preferences.update({ rules, me: { key: 'id:ana', id: 'ana', name: 'Ana' }, myDepartmentIds: ['d1'] });
  const dialogs = { chosen: null as string | null, saveTo: null as string | null, proposed: [] as string[] };
  const asked: [number, number][] = [];
  const handlers = ruleHandlers({
    preferences,
    clock: fakeClock(T0),
    store: {
      recentEvents: async (since, limit) => {
        asked.push([since, limit]);
        return [pendingEvent(2, { facts: { assignee: 'id:ana' } }), pendingEvent(1, { facts: { departmentId: 'd1' } })];
      },
    },
    dialogs: {
      open: async () => dialogs.chosen,
      save: async (name) => {
        dialogs.proposed.push(name);
        return dialogs.saveTo;
      },
    },
    writeFile: (path, bytes) => writeDurably(path, bytes),
  });
  const choose = (content: string | Uint8Array): void => {
    dialogs.chosen = join(folder, 'chosen.json');
    writeFileSync(dialogs.chosen, content);
  };
  return { handlers, preferences, dialogs, asked, folder, choose };
}
const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const fileOf = (rules: readonly unknown[], head: object = {}): string => JSON.stringify({ format: 'cxpress-tray-rules', version: 1, rules, ...head });
const many = (count: number): Rule[] => Array.from({ length: count }, (_, index) => rule(`r-${index}`));

describe('trying a rule out', () => {
  it('asks for the last day and decides as notifications do, for the same person', async () => {
    const { handlers, asked } = desk();
    const outcome = valueOf(await handlers['rules.tryOut']({ rules: [rule('me', { when: { assignee: 'me' } }), rule('mine', { when: { departments: 'mine' } })], index: 1 }));
    expect(outcome).toMatchObject({ events: 2, matched: 1, examples: [{ id: 't1' }] });
    expect(callSchemas['rules.tryOut'].reply.safeParse(outcome).success).toBe(true);
    expect(asked).toEqual([[T0 - 24 * 60 * 60_000, 20_000]]);
  });
});

describe('rules as a file', () => {
  it('are written where the person says, and read again elsewhere above what is there, under new ids', async () => {
    const from = desk([rule('a', { action: 'ignore' }), rule('b')]);
    from.dialogs.saveTo = join(from.folder, 'team.json');
    expect(valueOf(await from.handlers['rules.export'](null))).toEqual({ saved: true });
    const text = readFileSync(from.dialogs.saveTo, 'utf8');
    expect(rulesFileSchema.parse(JSON.parse(text)).rules).toEqual(from.preferences.get().rules);

    const to = desk([rule('a')]);
    to.choose(text);
    expect(valueOf(await to.handlers['rules.import'](null))).toEqual({ added: 2 });
    const { rules } = to.preferences.get();
    expect(rules.map(({ name, action }) => `${name} ${action}`)).toEqual(['Rule a ignore', 'Rule b toast', 'Rule a toast']);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(3);
  });

  it('stay where they are when the person changes their mind', async () => {
    const { handlers, preferences, dialogs } = desk();
    expect([valueOf(await handlers['rules.export'](null)), valueOf(await handlers['rules.import'](null))]).toEqual([{ saved: false }, null]);
    expect([dialogs.proposed, preferences.get().rules.length]).toEqual([['cxpress-tray-rules.json'], 1]);
  });

  it('that cannot be written are said so', async () => {
    const { handlers, dialogs, folder } = desk();
    dialogs.saveTo = join(folder, 'missing', 'team.json');
    await expect(handlers['rules.export'](null)).rejects.toMatchObject({ code: 'fileNotWritten' });
  });

  it.each([
    ['no JSON', 'rules', 'notRules'],
    ['bytes that are no text', Uint8Array.from([0xff, 0xfe, 0x00]), 'notRules'],
    ['another file', '{"info": {}}', 'notRules'],
    ['of a newer version', fileOf([], { version: 2 }), 'newerProfile'],
    ['with a rule that is none', fileOf([{ ...rule('a'), action: 'shout' }]), 'notRules'],
    ['with something beside rules', fileOf([], { settings: {} }), 'notRules'],
    ['with more rules than fit', fileOf(many(MOST_RULES)), 'tooManyRules'],
  ])('are refused: %s', async (_what, content, reason) => {
    const { handlers, preferences, choose } = desk();
    choose(content);
    await expect(handlers['rules.import'](null)).rejects.toMatchObject({ code: 'fileRefused', params: { reason } });
    expect(preferences.get().rules).toEqual([rule('mine')]);
  });

  it('fill what is left exactly', async () => {
    const { handlers, preferences, choose } = desk();
    choose(fileOf(many(MOST_RULES - 1)));
    expect(valueOf(await handlers['rules.import'](null))).toEqual({ added: MOST_RULES - 1 });
    expect(preferences.get().rules).toHaveLength(MOST_RULES);
  });

  it('are not read when the file is far too large, or not there', async () => {
    const { handlers, choose, dialogs } = desk();
    choose(new Uint8Array(1024 * 1024 + 1));
    await expect(handlers['rules.import'](null)).rejects.toMatchObject({ code: 'fileTooLarge', params: { megabytes: 1 } });
    dialogs.chosen = '/nowhere/rules.json';
    await expect(handlers['rules.import'](null)).rejects.toMatchObject({ code: 'fileUnreadable' });
  });
});
