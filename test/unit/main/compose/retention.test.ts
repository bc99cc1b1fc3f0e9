import { describe, expect, it } from 'vitest';
import { composeRetention } from '../../../../main/compose/retention.ts';
import { memorySettingsFile } from '../../../../main/preferences/memory-settings-file.ts';
import { createPreferences } from '../../../../main/preferences/preferences.ts';
import { recordingLog } from '../../../support/electron/recording-log.ts';
import { fakeClock } from '../../../support/fake-clock.ts';

const DAY = 24 * 60 * 60_000;

function desk(more: (calls: number) => boolean | Promise<boolean> = () => false) {
  const clock = fakeClock();
  const log = recordingLog();
  const preferences = createPreferences(memorySettingsFile(), log);
  const asked: number[] = [];
  const end = composeRetention({ store: { forget: async (days) => { asked.push(days); return more(asked.length); } }, preferences, clock, log });
  return { clock, log, preferences, asked, end };
}

describe('forgetting', () => {
  it('waits until the start is long over, and then happens once a day', async () => {
    const { clock, asked } = desk();
    await clock.advance(9 * 60_000);
    expect(asked).toEqual([]);
    await clock.advance(60_000);
    await clock.advance(2 * DAY);
    expect(asked).toEqual([90, 90, 90]);
  });

  it('goes on in slices until nothing is left', async () => {
    const { clock, asked } = desk((calls) => calls < 4);
    await clock.advance(10 * 60_000 + 5_000);
    expect(asked.length).toBe(4);
  });

  it('follows the setting soon after its change, and never forgets when it says so', async () => {
    const { clock, asked, preferences } = desk();
    preferences.update({ retentionDays: 365 });
    preferences.update({ retentionDays: 30 });
    await clock.advance(5_000);
    expect(asked).toEqual([30]);
    preferences.update({ retentionDays: 0 });
    await clock.advance(3 * DAY);
    expect(asked).toEqual([30]);
  });

  it('tries again the next day when the disk refuses', async () => {
    const { clock, asked, log } = desk(() => Promise.reject(new Error('full')));
    await clock.advance(10 * 60_000);
    await clock.advance(DAY);
    expect([asked.length, log.lines.map(({ event }) => event)]).toEqual([2, ['retention.failed', 'retention.failed']]);
  });

  it('ends', async () => {
    const { clock, asked, preferences, end } = desk();
    end();
    preferences.update({ retentionDays: 30 });
    await clock.advance(DAY);
    expect(asked).toEqual([]);
  });
});
