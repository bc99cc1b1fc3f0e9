import { beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../../contract/locales/en.ts';
import { flatWords, stemOf } from '../../support/flat-words.ts';
import { patternOf, usedKeys, type UsedKey } from '../../support/used-keys.ts';

/** Keys whose ending only shows at run time. Each names where its values come from, so that none is forgotten. */
const AT_RUN_TIME: Readonly<Record<string, string>> = {
  'screens.field.*': 'main/desktop/toast-words.ts: names of fields as the store writes them down',
  'screens.profiles.lacking.*': 'renderer/profiles/useProfileErrorWords.ts: core/profile/check-profile.ts says what is missing',
};

describe('keys', () => {
  const known = [...new Set([...flatWords(en).keys()].map(stemOf))];
  let used: readonly UsedKey[] = [];
  beforeAll(() => {
    used = usedKeys();
  }, 120_000);

  it('are found in the sources', () => {
    expect(used.length).toBeGreaterThan(300);
    expect(used.map(({ key }) => key)).toContain('screens.notice.clockSkew.what');
  });
  it('that only show at run time are known ones', () => {
    expect([...new Set(used.map(({ key }) => key).filter((key) => key.includes('*')))].sort()).toEqual(Object.keys(AT_RUN_TIME).sort());
  });
  it('have words', () => {
    expect(used.filter(({ key }) => !known.some((each) => patternOf(key).test(each)))).toEqual([]);
  });
  it('are used, every one', () => {
    const patterns = used.map(({ key }) => patternOf(key));
    expect(known.filter((key) => !patterns.some((pattern) => pattern.test(key)))).toEqual([]);
  });
});
