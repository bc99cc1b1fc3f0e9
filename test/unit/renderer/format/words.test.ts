import { describe, expect, it } from 'vitest';
import { ERROR_CODES, type AppError } from '../../../../contract/result.ts';
import { ENGINE_STATES } from '../../../../contract/status.ts';
import { createI18n } from '../../../../renderer/app/i18n.ts';
import { acceleratorKeys, acceleratorText } from '../../../../renderer/format/accelerator.ts';
import { dueWords } from '../../../../renderer/format/due.ts';
import { errorWords } from '../../../../renderer/format/error-words.ts';
import { createFormats } from '../../../../renderer/format/formats.ts';
import { numberText } from '../../../../renderer/format/number-text.ts';
import { stateWords } from '../../../../renderer/format/state-words.ts';
import { sampleStatus } from '../../../support/renderer-data.ts';

const formats = createFormats('en', 'UTC');
const { t } = createI18n('en');
const now = Date.UTC(2026, 10, 22, 14, 3);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('error words', () => {
  const words = (error: AppError) => errorWords(t, formats, error);

  it.each(ERROR_CODES)('leaves no placeholder open and names a next step: %s', (code) => {
    const { what, next } = words({ code });
    expect(what).toMatch(/^[A-Z].*\.$/);
    expect(next).toMatch(/^[A-Z].*\.$/);
    expect(`${what}${next}`).not.toContain('{{');
  });
  it('puts in what the error says, times in the window’s language', () => {
    expect(words({ code: 'unreachable', params: { host: 'api.cxpress.example' } }).what).toBe('No answer from api.cxpress.example.');
    expect(words({ code: 'blocked', params: { until: Date.UTC(2026, 10, 22, 14, 32) } }).next).toContain('14:32');
  });
  it('does not change a host name that comes first', () => {
    expect(words({ code: 'notJson', params: { host: 'api.cxpress.example' } }).what).toMatch(/^api\.cxpress/);
    expect(words({ code: 'notJson' }).what).toMatch(/^The server answered/);
  });
});

describe('state words', () => {
  const of = (change: Parameters<typeof sampleStatus>[0]) => stateWords(t, formats, sampleStatus({ completeUpTo: now - MINUTE, ...change }), now);

  it.each([
    ['live', 'Live', 'good'], ['catchingUp', 'Catching up', 'info'], ['offline', 'Offline', 'warn'], ['signedOut', 'Signed out', 'neutral'], ['needsTokens', 'New tokens needed', 'bad'], ['blocked', 'Blocked', 'bad'],
  ] as const)('%s', (state, text, tone) => {
    expect(of({ state })).toMatchObject({ text, tone, complete: 'Complete up to 14:02', progress: '' });
  });
  it('has words for every state of the contract', () => {
    for (const state of ENGINE_STATES) expect(of({ state }).text).not.toBe('');
  });
  it('says until when a block lasts', () => {
    expect(of({ state: 'blocked', blockedUntil: Date.UTC(2026, 10, 22, 14, 32) }).text).toBe('Blocked until 14:32');
  });
  it('counts what is being read, in the right number', () => {
    const progress = (done: number, total: number | null) => of({ state: 'catchingUp', progress: { done, total, entity: 'ticket', leftMs: null } }).progress;
    expect(progress(320, 500)).toBe('320 of 500 tickets');
    expect(progress(1, 1)).toBe('1 of 1 ticket');
    expect(progress(1320, null)).toBe('1,320 tickets so far');
    expect(progress(600, 500)).toBe('600 of 600 tickets');
  });
  it('says how long reading will take, where that can be told', () => {
    const left = (leftMs: number | null) => of({ state: 'catchingUp', progress: { done: 320, total: 500, entity: 'ticket', leftMs } }).left;
    expect([left(null), left(20_000), left(52 * MINUTE), left(3 * HOUR)]).toEqual(['', 'about 1m left', 'about 52m left', 'about 3h left']);
  });
  it('says plainly when nothing is complete, and the day of an older time', () => {
    expect(of({ completeUpTo: null }).complete).toBe('Not complete yet');
    expect(of({ completeUpTo: now - 26 * HOUR }).complete).toBe('Complete up to Sat 21 Nov, 12:03');
  });
});

describe('countdown', () => {
  it.each([[0, '0:00'], [-5000, '0:00'], [1, '0:01'], [59_000, '0:59'], [583_000, '9:43'], [3_727_000, '1:02:07']] as const)('%d ms', (ms, text) => {
    expect(formats.countdown(ms)).toBe(text);
  });
});

describe('due words', () => {
  it.each([
    [-30 * HOUR, 'overdue', 'Overdue since 21 Nov'], [-2 * HOUR, 'overdue', 'Overdue 2h'], [-MINUTE, 'overdue', 'Overdue 1m'], [0, 'soon', 'Due now'], [3 * HOUR, 'soon', 'Due in 3h'], [50 * HOUR, 'later', 'Due 24 Nov'],
  ] as const)('%d ms from now', (left, state, text) => {
    expect(dueWords(t, formats, now + left, now)).toEqual({ state, text });
  });
});

describe('keys and numbers', () => {
  it('shows an accelerator as the platform’s people read it', () => {
    expect(acceleratorText('CommandOrControl+Shift+K', 'linux')).toBe('Ctrl+Shift+K');
    expect(acceleratorText('CommandOrControl+Shift+K', 'darwin')).toBe('⌘⇧K');
    expect(acceleratorKeys('', 'win32')).toEqual([]);
  });
  it('marks bare digits only', () => {
    expect(numberText('1042')).toBe('#1042');
    expect(numberText('TCK-1042')).toBe('TCK-1042');
  });
});
