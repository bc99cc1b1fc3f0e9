// @vitest-environment happy-dom
import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Reply } from '../../../../contract/ipc/calls.ts';
import { fail, ok, type Result } from '../../../../contract/result.ts';
import { LookupWindow } from '../../../../renderer/lookup/LookupWindow.tsx';
import { fakeBridge } from '../../../support/fake-bridge.ts';
import { renderWindow, settle } from '../../../support/render.tsx';
import { sampleQueue, sampleResult, sampleRow, sampleStatus } from '../../../support/renderer-data.ts';

type Found = Result<Reply<'lookup.search'>>;
const named = (title: string): Found => ok({ results: [{ ...sampleResult(sampleRow('ticket', 0)), id: `id-${title}`, title }], tookMs: 1 });

/** A lookup whose answers come when the test lets them. */
async function showHeld() {
  const bridge = fakeBridge();
  const held = new Map<string, (found: Found) => void>();
  bridge.answer('lookup.search', ({ query }) => (query === '' ? ok({ results: [], tookMs: 0 }) : new Promise((resolve) => held.set(query, resolve))));
  const view = await renderWindow(bridge, <LookupWindow />);
  const answer = async (query: string, found: Found) => {
    await waitFor(() => expect(held.has(query)).toBe(true));
    await act(async () => held.get(query)?.(found));
    await settle();
  };
  return { bridge, answer, ...view };
}
async function show() {
  const bridge = fakeBridge({ rows: { ticket: sampleQueue('ticket', 30), task: sampleQueue('task', 4) } });
  return { bridge, ...(await renderWindow(bridge, <LookupWindow />)) };
}
const input = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Find a ticket or task' });
const selected = () => screen.getByRole('option', { selected: true });

describe('lookup window', () => {
  it('has the focus and shows what is recent', async () => {
    await show();
    expect(document.activeElement).toBe(input());
    expect(screen.getByText('Recent')).toBeTruthy();
    expect(selected().textContent).toContain('#104200');
  });
  it('shows results as one types, the first one selected, with the field that matched', async () => {
    const { user } = await show();
    await user.type(input(), 'nota');
    await waitFor(() => expect(selected().textContent).toContain('Nota fiscal emitida'));
    expect(selected().textContent).toContain('João Pedro Albuquerque');
    expect(screen.getAllByLabelText('Matched: Title').length).toBeGreaterThan(0);
    expect(screen.queryByText('Recent')).toBeNull();
  });
  it('moves with the arrows and opens with Enter', async () => {
    const { bridge, user } = await show();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{Enter}');
    await settle();
    expect(bridge.asked('lookup.open')).toEqual([{ entity: 'ticket', id: 'ticket-1' }]);
    expect(input().getAttribute('aria-activedescendant')).toBe(selected().id);
  });
  it('opens with a click', async () => {
    const { bridge, user } = await show();
    await user.click(screen.getAllByRole('option')[3] as HTMLElement);
    expect(bridge.asked('lookup.open')).toEqual([{ entity: 'ticket', id: 'ticket-3' }]);
  });
  it('hides on Esc', async () => {
    const { bridge, user } = await show();
    await user.keyboard('{Escape}');
    expect(bridge.asked('lookup.hide')).toHaveLength(1);
  });
  it('selects the last query when it comes up again', async () => {
    const { bridge, user } = await show();
    await user.type(input(), 'nota');
    input().blur();
    await act(async () => bridge.push('lookup.shown', null));
    expect(document.activeElement).toBe(input());
    expect([input().selectionStart, input().selectionEnd]).toEqual([0, 4]);
  });
  it('begins at the top with the first row each time it comes up', async () => {
    const { bridge, user } = await show();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(selected().textContent).toContain('#104197');
    const scroller = screen.getByRole('listbox').parentElement as HTMLElement;
    scroller.scrollTop = 300;
    await act(async () => bridge.push('lookup.shown', null));
    expect(selected().textContent).toContain('#104200');
    expect(scroller.scrollTop).toBe(0);
    await user.keyboard('{Enter}');
    expect(bridge.asked('lookup.open')).toEqual([{ entity: 'ticket', id: 'ticket-0' }]);
  });
  it('opens nothing that scrolled out of sight, but shows it first', async () => {
    const { bridge, user } = await show();
    const scroller = screen.getByRole('listbox').parentElement as HTMLElement;
    vi.spyOn(scroller, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 640, 300));
    const box = vi.spyOn(selected(), 'getBoundingClientRect').mockReturnValue(new DOMRect(0, -400, 640, 40));
    const shown = vi.spyOn(selected(), 'scrollIntoView');
    await user.keyboard('{Enter}');
    expect(bridge.asked('lookup.open')).toEqual([]);
    expect(shown).toHaveBeenCalled();
    box.mockReturnValue(new DOMRect(0, 20, 640, 40));
    await user.keyboard('{Enter}');
    expect(bridge.asked('lookup.open')).toHaveLength(1);
  });
  it('always highlights one of the rows shown, also after the highlighted one has gone', async () => {
    const { bridge, user } = await show();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    bridge.world.rows.ticket = bridge.world.rows.ticket.filter(({ id }) => id !== 'ticket-2');
    await act(async () => bridge.push('items.changed', { entity: 'ticket', ids: ['ticket-2'], all: false }));
    await waitFor(() => expect(selected().textContent).toContain('#104200'));
    expect(screen.getAllByRole('option', { selected: true })).toHaveLength(1);
  });
  it('opens nothing while an error stands in place of the rows', async () => {
    const { bridge, answer, user } = await showHeld();
    await user.type(input(), 'a');
    await answer('a', named('for a'));
    await user.type(input(), 'b');
    await answer('ab', fail('storageUnavailable'));
    await waitFor(() => expect(screen.getByRole('alert')).toBeTruthy());
    await user.keyboard('{Enter}');
    await settle();
    expect(bridge.asked('lookup.open')).toEqual([]);
  });
  it('asks once for a word that is typed without a rest', async () => {
    const { bridge, user } = await show();
    await user.type(input(), 'nota fiscal');
    await waitFor(() => expect(bridge.asked('lookup.search').at(-1)?.query).toBe('nota fiscal'));
    expect(bridge.asked('lookup.search').length).toBeLessThan(8);
  });

  it('never shows an answer that comes late for a query that is gone', async () => {
    const { answer, user } = await showHeld();
    await user.type(input(), 'a');
    await settle(60);
    await user.type(input(), 'b');
    await answer('ab', named('for ab'));
    expect(selected().textContent).toContain('for ab');
    await answer('a', named('for a'));
    expect(selected().textContent).toContain('for ab');
    expect(screen.queryByText('for a')).toBeNull();
  });
  it('opens the answer to what is typed, not what is still on screen', async () => {
    const { bridge, answer, user } = await showHeld();
    await user.type(input(), 'a');
    await answer('a', named('for a'));
    expect(selected().textContent).toContain('for a');
    await user.type(input(), 'b');
    await user.keyboard('{Enter}');
    await settle(60);
    expect(bridge.asked('lookup.open')).toEqual([]);
    await answer('ab', named('for ab'));
    await waitFor(() => expect(bridge.asked('lookup.open')).toEqual([{ entity: 'ticket', id: 'id-for ab' }]));
  });
  it('keeps the former results while the next are on their way', async () => {
    const { answer, user } = await showHeld();
    await user.type(input(), 'a');
    await answer('a', named('for a'));
    await user.type(input(), 'b');
    await settle(60);
    expect(screen.getByText('for a')).toBeTruthy();
  });
  it('says when nothing was found, and when the search failed', async () => {
    const { answer, user } = await showHeld();
    await user.type(input(), 'xyz');
    await answer('xyz', ok({ results: [], tookMs: 1 }));
    expect(screen.getByText('Nothing found for “xyz”')).toBeTruthy();
    await user.type(input(), '1');
    await answer('xyz1', fail('storageUnavailable'));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('The local copy could not be written.'));
  });
  it('says when the copy is not live', async () => {
    const { bridge } = await show();
    expect(screen.queryByText('Offline')).toBeNull();
    await act(async () => bridge.push('status.changed', sampleStatus({ state: 'offline' })));
    await waitFor(() => expect(screen.getByText('Offline')).toBeTruthy());
  });
  it('marks what matched, also where the row does not show it', async () => {
    const { answer, user } = await showHeld();
    const row = sampleResult(sampleRow('ticket', 0), 'email');
    const matches = [
      { field: 'title' as const, label: null, text: 'Ação negada', ranges: [[0, 4] as [number, number]] },
      { field: 'email' as const, label: null, text: 'ana.acao@x.example', ranges: [[4, 8] as [number, number]] },
    ];
    await user.type(input(), 'acao');
    await answer('acao', ok({ results: [{ ...row, title: 'Ação negada', matches, forgiven: true }], tookMs: 1 }));
    expect([...selected().querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Ação', 'acao']);
    expect(selected().textContent).toContain('Similar word · E-mail: ana.acao@x.example');
  });
  it('goes to the ends with Home and End', async () => {
    const { user } = await show();
    await user.keyboard('{End}');
    expect(selected()).toBe(screen.getAllByRole('option').at(-1));
    await user.keyboard('{Home}');
    expect(selected()).toBe(screen.getAllByRole('option')[0]);
  });
  it('previews with Tab, follows the selection, and Esc closes the preview before the window', async () => {
    const { bridge, user } = await show();
    await user.keyboard('{Tab}');
    const preview = screen.getByRole('region', { name: 'Preview' });
    expect(document.activeElement).toBe(input());
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(bridge.asked('lookup.preview').at(-1)).toEqual({ entity: 'ticket', id: 'ticket-1' }));
    await waitFor(() => expect(preview.textContent).not.toContain('Loading'));
    Object.defineProperty(preview, 'clientHeight', { value: 100 });
    await user.keyboard('{PageDown}{PageDown}{PageUp}');
    expect(preview.scrollTop).toBe(85);
    preview.focus();
    expect(document.activeElement).toBe(input());
    await user.keyboard('{Escape}');
    expect([screen.queryByRole('region', { name: 'Preview' }), bridge.asked('lookup.hide')]).toEqual([null, []]);
    await user.keyboard('{Tab}{Tab}');
    expect(screen.queryByRole('region', { name: 'Preview' })).toBeNull();
    await user.keyboard('{Escape}');
    expect(bridge.asked('lookup.hide')).toHaveLength(1);
  });
  it('copies with Ctrl+C unless text is selected, and says what it copied', async () => {
    const { bridge, user } = await show();
    await user.keyboard('{Control>}c{/Control}');
    expect(bridge.asked('lookup.copy')).toEqual([{ entity: 'ticket', id: 'ticket-0' }]);
    await waitFor(() => expect(screen.getByText(/^Number copied/)).toBeTruthy());
    await waitFor(() => expect(screen.queryByText(/^Number copied/)).toBeNull(), { timeout: 4000 });
    await user.type(input(), 'nota');
    await user.keyboard('{Control>}a{/Control}');
    await user.keyboard('{Control>}c{/Control}');
    expect(bridge.asked('lookup.copy')).toHaveLength(1);
  });
  it('copies the link also while the last query stands selected, which nobody selected', async () => {
    const { bridge, user } = await show();
    await user.type(input(), 'nota');
    await waitFor(() => expect(selected().textContent).toContain('Nota fiscal'));
    act(() => bridge.push('lookup.shown', null));
    await settle();
    expect([input().selectionStart, input().selectionEnd]).toEqual([0, 4]);
    await user.keyboard('{ArrowDown}{Control>}c{/Control}');
    expect(bridge.asked('lookup.copy')).toHaveLength(1);
  });
  it('opens in Cxpress with Ctrl+Enter, or says that no address is known', async () => {
    const { bridge, user } = await show();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(bridge.asked('lookup.browse')).toEqual([{ entity: 'ticket', id: 'ticket-0' }]);
    expect(bridge.asked('lookup.open')).toEqual([]);
    await waitFor(() => expect(screen.getByText('The profile in use does not say where this is in Cxpress.')).toBeTruthy());
  });
});

describe('asking Cxpress', () => {
  const remoteTicket = () => ({ ...sampleResult(sampleRow('ticket', 0), 'id'), id: '90210', title: 'From afar' });
  it('begins after a pause, says so, and shows what came under its own heading', async () => {
    const { bridge, user } = await show();
    let answer: (found: Result<Reply<'lookup.remote'>>) => void = () => undefined;
    bridge.answer('lookup.remote', () => new Promise((resolve) => { answer = resolve; }));
    await user.type(input(), '#90210');
    await waitFor(() => expect(screen.getByText('Nothing found for “#90210”')).toBeTruthy());
    expect(bridge.asked('lookup.remote')).toEqual([]);
    await waitFor(() => expect(screen.getByText('Not stored here. Asking Cxpress…')).toBeTruthy());
    expect(bridge.asked('lookup.remote')).toEqual([{ query: '90210' }]);
    await act(async () => answer(ok({ results: [remoteTicket()] })));
    expect(screen.getByText('From Cxpress')).toBeTruthy();
    await user.keyboard('{Enter}');
    await settle();
    expect(bridge.asked('lookup.open')).toEqual([{ entity: 'ticket', id: '90210' }]);
  });
  it('begins at once on Enter, and says when Cxpress has nothing either', async () => {
    const { bridge, user } = await show();
    await user.type(input(), '90210');
    await waitFor(() => expect(screen.getByText('Nothing found for “90210”')).toBeTruthy());
    await user.keyboard('{Enter}');
    expect(bridge.asked('lookup.remote')).toHaveLength(1);
    await waitFor(() => expect(screen.getByText(/^Cxpress knows no ticket or task/)).toBeTruthy());
    await settle(500);
    expect(bridge.asked('lookup.remote')).toHaveLength(1);
  });
  it('is given up by typing on, and never shown for another query', async () => {
    const { bridge, user } = await show();
    let answer: (found: Result<Reply<'lookup.remote'>>) => void = () => undefined;
    bridge.answer('lookup.remote', () => new Promise((resolve) => { answer = resolve; }));
    await user.type(input(), '90210');
    await waitFor(() => expect(bridge.asked('lookup.remote')).toHaveLength(1));
    await user.type(input(), 'x');
    expect(bridge.asked('lookup.cancel')).toHaveLength(1);
    await act(async () => answer(ok({ results: [remoteTicket()] })));
    await settle();
    expect(screen.queryByText('From afar')).toBeNull();
  });
  it.each([
    ['offline', 'There is no network connection.'],
    ['blocked', 'Cxpress has blocked this address because too many requests came from it.'],
    ['permissionMissing', 'The token may not read this.'],
  ] as const)('says in words why not: %s', async (code, words) => {
    const { bridge, user } = await show();
    bridge.answer('lookup.remote', () => fail(code));
    await user.type(input(), '90210');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain(words), { timeout: 3000 });
  });
  it('asks nothing for words, and nothing while something local fits', async () => {
    const { bridge, user } = await show();
    await user.type(input(), 'nothing like it');
    await settle(600);
    await user.clear(input());
    await user.type(input(), '104200');
    await settle(600);
    expect(bridge.asked('lookup.remote')).toEqual([]);
  });
});
