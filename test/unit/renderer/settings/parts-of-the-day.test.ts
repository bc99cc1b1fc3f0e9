import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_RULES } from '../../../../contract/models/ledger.ts';
import { DIGEST_MINUTES, MOST_RULES, RULE_ACTIONS, RULE_EVENTS, RULE_FIELDS, ruleConditionSchema, ruleSchema } from '../../../../contract/rules.ts';
import { RETENTION_DAYS, ZOOM } from '../../../../contract/settings.ts';
import { parseBypass, parseProxyUrl } from '../../../../main/net/proxy-rules.ts';
import { BOUNDS } from '../../../../renderer/format/bounds.ts';
import * as parts from '../../../../renderer/rules/rule-parts.ts';
import { clockTime } from '../../../../renderer/format/clock-time.ts';
import { RETENTION } from '../../../../renderer/settings/DataGroup.tsx';
import { proxyProblem, wrongBypass } from '../../../../renderer/settings/proxy-address.ts';
import { weekdayName, weekOf } from '../../../../renderer/settings/week.ts';

describe('what is written again for the page', () => {
  it('is what the contract says', () => {
    expect(parts.EVENTS).toEqual(RULE_EVENTS);
    expect(parts.FIELDS).toEqual(RULE_FIELDS);
    expect(parts.ACTIONS).toEqual(RULE_ACTIONS);
    expect([parts.MOST_RULES, parts.DIGEST_MINUTES]).toEqual([MOST_RULES, DIGEST_MINUTES]);
    expect(parts.ANY).toEqual(ruleConditionSchema.parse({}));
    expect(parts.DEFAULTS.map(({ name }) => `default:${name}`).sort()).toEqual([...DEFAULT_RULES].sort());
    expect(RETENTION).toEqual(RETENTION_DAYS);
    expect(BOUNDS.zoom).toEqual({ min: ZOOM.least, max: ZOOM.most, step: ZOOM.step });
    const named = (length: number) => ruleSchema.safeParse({ ...parts.blankRule('x'.repeat(length)) }).success;
    expect([parts.LONGEST_NAME, parts.LONGEST_NAME + 1].map(named)).toEqual([true, false]);
    const listed = (length: number) => ruleConditionSchema.safeParse({ statuses: Array.from({ length }, () => 'x') }).success;
    expect([parts.MOST_VALUES, parts.MOST_VALUES + 1].map(listed)).toEqual([true, false]);
  });
});

describe('the address of a proxy', () => {
  it.each([
    ['', 'empty'], ['proxy', 'scheme'], ['ftp://proxy:21', 'scheme'], ['http://', 'name'], ['http://pro xy:8080', 'name'], ['http://-a:8080', 'name'], ['http://proxy', 'port'], ['http://proxy:', 'port'], ['http://proxy:0', 'port'],
    ['http://proxy:65536', 'port'], ['http://proxy:80a', 'port'], ['http://proxy:8080/path', 'path'], ['http://ana:secret@proxy:8080', 'signIn'],
    ['http://proxy:8080', null], [' HTTPS://Proxy.Example:8080/ ', null], ['socks5://10.0.0.1:1080', null], ['http://[::1]:3128', null],
  ] as const)('%j: %s', (text, problem) => {
    expect(proxyProblem(text)).toBe(problem);
  });
  it('that is called right is one that requests can go by', () => {
    const piece = fc.stringMatching(/^[a-z0-9.@:/[\]_ -]{0,12}$/);
    fc.assert(fc.property(fc.constantFrom('http://', 'https://', 'socks4://', 'socks5://', ''), piece, fc.integer({ min: 0, max: 70_000 }), (scheme, name, port) => {
      const address = `${scheme}${name}:${port}`;
      if (proxyProblem(address) === null) expect(parseProxyUrl(address)).toMatchObject({ port });
    }));
    expect(parseProxyUrl('http://proxy:8080')).not.toBeNull();
  });
  it('without which some servers are reached: a list is right where the main process takes it', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z0-9*.,; @ä<>-]{0,30}$/), (list) => {
      expect(wrongBypass(list) === null).toBe(parseBypass(list) !== null);
    }));
    expect(wrongBypass('intranet.example, b@d, *.local')).toBe('b@d');
  });
});

describe('a time of day', () => {
  it.each([['8', '08:00'], ['08', '08:00'], ['800', '08:00'], ['8:00', '08:00'], ['18h30', '18:30'], ['18.30', '18:30'], ['1830', '18:30'], [' 00:00 ', '00:00'], ['23:59', '23:59'], ['18h', '18:00'], ['24:00', null], ['12:60', null], ['12:5', null], ['noon', null], ['', null], ['-1', null]])('%j is %s', (text, time) => {
    expect(clockTime(text)).toBe(time);
  });
  it('that is right already stays as it is', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      expect(clockTime(time)).toBe(time);
    }));
  });
});

describe('the week', () => {
  it.each([['en', 1, 'Monday'], ['pt-BR', 0, 'domingo'], ['es', 1, 'lunes']] as const)('begins as a calendar in %s does', (language, first, name) => {
    const week = weekOf(language);
    expect(week[0]).toBe(first);
    expect(weekdayName(language, first)).toBe(name);
    expect([...week].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});
