// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { DIAGNOSTIC_CHECKS, type Diagnostic } from '../../../../contract/diagnostics.ts';
import { LANGUAGES, type Language } from '../../../../contract/locales/languages.ts';
import { fail, ok } from '../../../../contract/result.ts';
import { DIAGNOSTIC_CODES, type DiagnosticCode } from '../../../../main/diagnostics/codes.ts';
import { checkWords } from '../../../../renderer/diagnostics/check-words.ts';
import { DiagnosticsScreen } from '../../../../renderer/diagnostics/DiagnosticsScreen.tsx';
import { verdictOf } from '../../../../renderer/diagnostics/verdict.ts';
import { fakeBridge } from '../../../support/fake-bridge.ts';
import { leftInEnglish, saidBy } from '../../../support/left-in-english.ts';
import { renderWindow, settle } from '../../../support/render.tsx';
import { sampleSettings } from '../../../support/renderer-data.ts';
import { SAMPLE_CHECKS_RUN, withDay } from '../../../support/sample-day.ts';
import { watchedWords } from '../../../support/watched-words.ts';

async function show(language: Language = 'en') {
  const bridge = withDay(fakeBridge({ settings: sampleSettings({ language }) }));
  const onBack = vi.fn();
  const view = await renderWindow(bridge, <DiagnosticsScreen onBack={onBack} />);
  await settle();
  return { bridge, onBack, ...view };
}
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const PARAMS = { count: 2, backend: 'gnome_libsecret', hours: 20, ms: 140, status: 502, minutes: 7, via: 'x', hotkey: 'Ctrl+K', megabytes: 312 };
const ALL: Diagnostic[] = DIAGNOSTIC_CHECKS.flatMap((check) => Object.entries<DiagnosticCode>(DIAGNOSTIC_CODES[check]).map(([code, { outcome, params }]) =>
  ({ check, code, outcome, params: Object.fromEntries(params.map((name) => [name, PARAMS[name as keyof typeof PARAMS]])) })));

describe('the words of self-tests', () => {
  it.each(LANGUAGES.map(({ code }) => code))('are there for every code that a test may answer with, each its own: %s', (language) => {
    const { words, complaints } = watchedWords(language);
    const said = ALL.map((each) => checkWords(words.t, each));
    expect(said.length).toBeGreaterThan(50);
    for (const text of said) expect(text).toMatch(/^\S.*\.$/s);
    expect(said).not.toContain(words.t('screens.diagnostics.unknownCode'));
    expect(complaints).toEqual([]);
  });
  it('say every value that a test brings', () => {
    const { words } = watchedWords('en');
    for (const each of ALL) for (const value of Object.values(each.params)) expect(checkWords(words.t, each)).toContain(String(value));
  });
  it('say what to do for every outcome that is not well', () => {
    const { words } = watchedWords('en');
    for (const each of ALL.filter(({ outcome }) => outcome === 'bad' || outcome === 'warn')) expect(checkWords(words.t, each).split(/[.:;,] /).length, `${each.check}.${each.code}`).toBeGreaterThan(1);
  });
  it('have a general sentence for a code of another version', () => {
    const { words } = watchedWords('en');
    expect(checkWords(words.t, { check: 'storage', code: 'brandNew', outcome: 'bad', params: {} })).toMatch(/^The test answered something/);
  });
});

describe('the verdict', () => {
  it('is the worst of the tests; what cannot be told does not count', () => {
    const of = (...outcomes: Diagnostic['outcome'][]) => verdictOf(outcomes.map((outcome) => ({ check: 'storage', code: 'x', outcome, params: {} })));
    expect([of('good', 'unknown'), of('good', 'warn', 'unknown'), of('warn', 'bad'), of()]).toEqual(['good', 'warn', 'bad', 'good']);
  });
});

describe('diagnostics', () => {
  it('run when they are opened, and again on request', async () => {
    const { bridge, user } = await show();
    const rows = within(screen.getByRole('list', { name: 'Self-tests' })).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toHaveLength(SAMPLE_CHECKS_RUN.length);
    expect(rows[0]?.textContent).toBe('Local copy: well.It answers and holds 12,408 rows.');
    expect(rows[7]?.textContent).toContain('Ctrl+Shift+K is bound.');
    expect(screen.getByText('Something below keeps the app from working as it should.')).toBeTruthy();
    bridge.answer('diagnostics.run', () => ok({ checks: [{ check: 'tray', outcome: 'good', code: 'present', params: {} }] }));
    await user.click(button('Test again'));
    await waitFor(() => expect(screen.getByText('Everything that can be tested is well.')).toBeTruthy());
    expect(bridge.asked('diagnostics.run')).toHaveLength(2);
  });
  it('send a test notification, bring the answer, and look at notifications anew', async () => {
    const { bridge, user } = await show();
    bridge.answer('notification.test', () => ok({ shown: false, via: 'electron' }));
    await user.click(button('Send a test'));
    await waitFor(() => expect(screen.getByText(/^The system did not show the test/)).toBeTruthy());
    expect(bridge.asked('diagnostics.run')).toHaveLength(2);
  });
  it('are written to a file; what is left out is said', async () => {
    const { bridge, user } = await show();
    expect(screen.getByText(/^Left out: tokens and passwords, names, e-mail addresses, phone numbers/)).toBeTruthy();
    await user.click(button('Export…'));
    await waitFor(() => expect(screen.getByText('The file was written.')).toBeTruthy());
    bridge.answer('diagnostics.export', () => fail('fileNotWritten'));
    await user.click(button('Export…'));
    await waitFor(() => expect(screen.getByText('The file could not be written.')).toBeTruthy());
  });
  it('lead back', async () => {
    const { user, onBack } = await show();
    await user.click(button('Back to settings'));
    expect(onBack).toHaveBeenCalledOnce();
  });
  it.each(['pt-BR', 'es'] as const)('leave nothing in English: %s', async (language) => {
    await show(language);
    expect(saidBy(document.body).length).toBeGreaterThan(20);
    expect(leftInEnglish(language)(saidBy(document.body))).toEqual([]);
  });
});
