import { describe, expect, it } from 'vitest';
import { settingsPatchSchema, settingsSchema } from '../../../contract/settings.ts';

describe('settings', () => {
  it('has a default for everything', () => {
    expect(settingsSchema.parse({})).toMatchObject({ syncIntervalSeconds: 30, desktopsBehindAddress: 10, sharePercent: 60, webhookListener: false });
  });

  it('a change names what it changes and nothing else', () => {
    expect(settingsPatchSchema.parse({})).toEqual({});
    expect(settingsPatchSchema.parse({ theme: 'dark' })).toEqual({ theme: 'dark' });
  });

  it('a window cannot change the address or what the app remembers for itself', () => {
    expect(settingsPatchSchema.safeParse({ baseUrl: 'https://evil.test' }).success).toBe(false);
    expect(settingsPatchSchema.safeParse({ windowBounds: null }).success).toBe(false);
  });
});
