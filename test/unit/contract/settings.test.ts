import { describe, expect, it } from 'vitest';
import { callSchemas } from '../../../contract/ipc/calls.ts';
import { settingsPatchSchema, settingsSchema } from '../../../contract/settings.ts';

describe('settings', () => {
  it('has a default for everything', () => {
    expect(settingsSchema.parse({})).toMatchObject({ syncIntervalSeconds: 30, desktopsBehindAddress: 10, sharePercent: 60, webhookListener: false });
  });

  it('a change names what it changes and nothing else', () => {
    expect(settingsPatchSchema.parse({})).toEqual({});
    expect(settingsPatchSchema.parse({ theme: 'dark' })).toEqual({ theme: 'dark' });
  });

  it('a window cannot name a time that no date can hold, which whoever shows it would break on', () => {
    const pause = (until: number) => settingsPatchSchema.safeParse({ notificationsPausedUntil: until }).success;
    const snooze = (until: number) => callSchemas['item.snooze'].request.safeParse({ entity: 'ticket', ids: ['a'], until, orChange: false }).success;
    const last = new Date(8_640_000_000_000_000).getTime();
    expect([pause(-1), pause(last), pause(last + 1), pause(-2), snooze(last), snooze(last + 1), snooze(-1)]).toEqual([true, true, false, false, true, false, false]);
  });

  it('a window cannot change the address or what the app remembers for itself', () => {
    expect(settingsPatchSchema.safeParse({ baseUrl: 'https://evil.test' }).success).toBe(false);
    expect(settingsPatchSchema.safeParse({ windowBounds: null }).success).toBe(false);
  });
});
