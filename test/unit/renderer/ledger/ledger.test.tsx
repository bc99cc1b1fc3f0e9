// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { LANGUAGES, type Language } from '../../../../contract/locales/languages.ts';
import { DECISIONS, DEFAULT_RULES, type LedgerEntry } from '../../../../contract/models/ledger.ts';
import { fail, ok } from '../../../../contract/result.ts';
import { USUAL_QUIET_HOURS } from '../../../../contract/rules.ts';
import { createFormats } from '../../../../renderer/format/formats.ts';
import { LedgerScreen, type LedgerItem } from '../../../../renderer/ledger/LedgerScreen.tsx';
import { ruleWords, whyWords } from '../../../../renderer/ledger/ledger-words.ts';
import { quietEnd } from '../../../../renderer/ledger/quiet-end.ts';
import { fakeBridge } from '../../../support/fake-bridge.ts';
import { leftInEnglish, saidBy } from '../../../support/left-in-english.ts';
import { renderWindow, settle } from '../../../support/render.tsx';
import { sampleSettings } from '../../../support/renderer-data.ts';
import { sampleEntry, withDay } from '../../../support/sample-day.ts';
import { watchedWords } from '../../../support/watched-words.ts';

async function show({ item = null, language = 'en' }: { item?: LedgerItem; language?: Language } = {}, change?: (bridge: ReturnType<typeof fakeBridge>) => void) {
  const bridge = withDay(fakeBridge({ settings: sampleSettings({ language }) }));
  change?.(bridge);
  const onBack = vi.fn();
  const onOpen = vi.fn();
  const onRule = vi.fn();
  function Place() {
    const [shown, setShown] = useState(item);
    return <LedgerScreen item={shown} onItem={setShown} onBack={onBack} onOpen={onOpen} onRule={onRule} />;
  }
  const view = await renderWindow(bridge, <Place />);
  await settle();
  return { bridge, onBack, onOpen, onRule, ...view };
}
const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });
const list = () => screen.getByRole('listbox', { name: 'Events, newest first' });
const rows = () => within(list()).getAllByRole('option');
const detail = () => screen.getByRole('article', { name: 'The chosen event' });

describe('the ledger', () => {
  it('shows what happened, newest first, with what became of it, and draws only what is in view', async () => {
    await show();
    expect(screen.getByText('200 events of the last 14 days')).toBeTruthy();
    expect(rows()[0]?.textContent).toContain('#104200 Não consigo acessar o painel desde a atualização');
    expect(rows()[0]?.textContent).toContain('New · rule “Urgent, even at night” · clicked');
    expect(rows()[0]?.getAttribute('aria-setsize')).toBe('200');
    expect(rows().length).toBeLessThan(40);
  });
  it('says why in a sentence, and all that was written down', async () => {
    const { user } = await show();
    expect(detail().textContent).toContain('You were told at once. Your rule “Urgent, even at night” decided.');
    await user.click(rows()[1] as HTMLElement);
    expect(detail().textContent).toContain('Not told: quiet hours until Sat 21 Nov, 08:00. Your rule “Left lying” decided.');
    for (const words of ['Status: Open → Pending', 'Department: Comercial → Suporte Técnico', 'Webhook call']) expect(detail().textContent).toContain(words);
    await user.click(rows()[8] as HTMLElement);
    for (const words of ['It did not show it.', 'org.freedesktop.DBus.Error.ServiceUnknown', 'it was taken, closed or left your departments']) expect(detail().textContent).toContain(words);
  });
  it('is gone through by keys, and asks for what comes into view', async () => {
    const { bridge, user } = await show();
    list().focus();
    await user.keyboard('jj');
    expect(rows()[2]?.getAttribute('aria-selected')).toBe('true');
    expect(detail().textContent).toContain('Invoice 2026-0931 was charged twice');
    await user.keyboard('{End}');
    await act(async () => void list().dispatchEvent(new Event('scroll')));
    await settle();
    await waitFor(() => expect(detail().textContent).toContain('Pedido 1 não chegou'));
    expect(bridge.asked('ledger.page').map(({ offset }) => offset)).toContain(100);
    await user.keyboard('{Home}');
    await act(async () => void list().dispatchEvent(new Event('scroll')));
    await settle();
    expect(rows()[0]?.getAttribute('aria-selected')).toBe('true');
  });
  it('leads to the item and to the rule; a rule that is gone is only named', async () => {
    const { user, onOpen, onRule } = await show();
    await user.click(within(detail()).getByRole('button', { name: 'Open the ticket' }));
    expect(onOpen).toHaveBeenCalledWith('ticket', 'ticket-0');
    await user.click(within(detail()).getByRole('button', { name: 'rule “Urgent, even at night”' }));
    expect(onRule).toHaveBeenCalledWith('urgent');
    await user.click(rows()[3] as HTMLElement);
    expect(within(detail()).getByText('This rule is no longer there.')).toBeTruthy();
    expect(within(detail()).queryByRole('button', { name: /^rule/ })).toBeNull();
  });
  it('searches, says when nothing is found, and clears', async () => {
    const { user } = await show();
    await user.type(screen.getByRole('searchbox', { name: 'Number, title or rule' }), 'left');
    await waitFor(() => expect(screen.getByText('1 event of the last 14 days')).toBeTruthy());
    await user.type(screen.getByRole('searchbox'), 'x');
    await waitFor(() => expect(screen.getByText('Nothing with “leftx”')).toBeTruthy());
    await user.click(button('Clear the search'));
    await waitFor(() => expect(screen.getByText('200 events of the last 14 days')).toBeTruthy());
  });
  it('of one item, and back to all', async () => {
    const { bridge, user } = await show({ item: { entity: 'task', id: 'task-3' } });
    expect(screen.getByRole('heading', { name: 'Notification log of this item' })).toBeTruthy();
    expect(rows()).toHaveLength(1);
    await user.click(button('All entries'));
    await settle();
    expect(rows().length).toBeGreaterThan(5);
    await user.click(within(detail()).getByRole('button', { name: 'Only this item' }));
    await settle();
    expect(bridge.asked('ledger.page').at(-1)?.item).toEqual({ entity: 'ticket', id: 'ticket-0' });
  });
  it('keeps the chosen entry when new ones push it down', async () => {
    const older = sampleEntry(5, { title: 'The chosen one' });
    const { bridge, user } = await show({}, (each) => each.answer('ledger.page', () => ok({ total: 2, entries: [sampleEntry(6), older] })));
    await user.click(rows()[1] as HTMLElement);
    bridge.answer('ledger.page', () => ok({ total: 4, entries: [sampleEntry(8), sampleEntry(7), sampleEntry(6), older] }));
    await act(async () => bridge.push('items.changed', { entity: 'ticket', ids: ['x'], all: false }));
    await waitFor(() => expect(rows()).toHaveLength(4));
    expect(rows()[3]?.getAttribute('aria-selected')).toBe('true');
    expect(detail().textContent).toContain('The chosen one');
  });
  it('says when nothing has happened, or nothing to one item, or it could not be read', async () => {
    const { bridge, user } = await show({ item: { entity: 'ticket', id: 'none' } });
    expect(screen.getByText('No event of this item')).toBeTruthy();
    bridge.answer('ledger.page', () => ok({ total: 0, entries: [] }));
    await user.click(screen.getAllByRole('button', { name: 'All entries' })[0] as HTMLElement);
    await waitFor(() => expect(screen.getByText('Nothing has happened yet')).toBeTruthy());
  });
  it('says when it could not be read, and tries again', async () => {
    const { bridge, user } = await show({}, (each) => each.answer('ledger.page', () => fail('storageUnavailable')));
    expect(screen.getByText('The local copy could not be written.')).toBeTruthy();
    bridge.answer('ledger.page', () => ok({ total: 1, entries: [sampleEntry(1)] }));
    await user.click(button('Try again'));
    await waitFor(() => expect(rows()).toHaveLength(1));
  });
  it.each(['pt-BR', 'es'] as const)('leaves nothing in English: %s', async (language) => {
    const { user } = await show({ language });
    for (let index = 0; index < 10; index++) {
      await user.click(screen.getAllByRole('option')[index] as HTMLElement);
      expect(leftInEnglish(language)(saidBy(document.body))).toEqual([]);
    }
  });
});

describe('why', () => {
  const rules = [null, 'my-rule', ...DEFAULT_RULES];
  const changes: Partial<LedgerEntry>[] = [null, ...DECISIONS].flatMap((decision) => rules.map((rule) => ({ decision, rule, ruleName: rule === 'my-rule' ? 'Mine' : null })));
  it.each(LANGUAGES.map(({ code }) => code))('has words for every decision and rule: %s', (language) => {
    const { words, complaints } = watchedWords(language);
    const formats = createFormats(language);
    for (const change of [...changes, ...(['flood', 'away', 'digest'] as const).map((summary) => ({ decision: 'summary' as const, summary }))]) {
      const entry = sampleEntry(1, change);
      expect(whyWords(words.t, formats, entry, USUAL_QUIET_HOURS)).toMatch(/^\S.*\.$/s);
      if (entry.rule !== null) expect(ruleWords(words.t, entry)).not.toBe('');
    }
    expect(complaints).toEqual([]);
  });
});

describe('when quiet hours ended', () => {
  const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();
  it('is the end of the span that a moment lies in, also over midnight; null outside', () => {
    // 20 November 2026 is a Friday; the usual hours are 18 to 8, and weekends whole.
    expect(quietEnd(USUAL_QUIET_HOURS, at(19, 22))).toBe(at(20, 8));
    expect(quietEnd(USUAL_QUIET_HOURS, at(20, 7, 59))).toBe(at(20, 8));
    expect(quietEnd(USUAL_QUIET_HOURS, at(20, 8))).toBeNull();
    expect(quietEnd(USUAL_QUIET_HOURS, at(20, 12))).toBeNull();
    expect(quietEnd(USUAL_QUIET_HOURS, at(21, 3))).toBe(at(22, 0));
    expect(quietEnd({ on: true, days: Array.from({ length: 7 }, () => null) }, at(20, 3))).toBeNull();
  });
});
