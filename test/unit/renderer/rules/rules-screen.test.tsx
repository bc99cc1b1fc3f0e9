// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Language } from '../../../../contract/locales/languages.ts';
import { fail, ok } from '../../../../contract/result.ts';
import type { Rule } from '../../../../contract/rules.ts';
import { RulesScreen } from '../../../../renderer/rules/RulesScreen.tsx';
import { fakeBridge } from '../../../support/fake-bridge.ts';
import { leftInEnglish, saidBy } from '../../../support/left-in-english.ts';
import { renderWindow, settle } from '../../../support/render.tsx';
import { sampleQueue, sampleSettings } from '../../../support/renderer-data.ts';
import { SAMPLE_RULES, withDay } from '../../../support/sample-day.ts';

async function show({ rules = SAMPLE_RULES, rule = null, language = 'en' }: { rules?: readonly Rule[]; rule?: string | null; language?: Language } = {}) {
  const bridge = withDay(fakeBridge({ rows: { ticket: sampleQueue('ticket', 30), task: sampleQueue('task', 5) }, settings: sampleSettings({ language }) }));
  bridge.world.settings = { ...bridge.world.settings, rules: [...rules] };
  const onBack = vi.fn();
  const onOpen = vi.fn();
  const view = await renderWindow(bridge, <RulesScreen rule={rule} onBack={onBack} onOpen={onOpen} />);
  await settle();
  const kept = () => bridge.world.settings.rules;
  return { bridge, onBack, onOpen, kept, ...view };
}
const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });
const list = () => screen.getByRole('list', { name: 'Rules, in the order in which they are asked' });
const names = () => within(list()).getAllByTitle(/^(Edit|Close) “/).map((item) => /“(.*)”/.exec(item.title)?.[1]);
const [URGENT, UNCLAIMED, REFUNDS, LOGISTICS] = SAMPLE_RULES.map(({ name }) => name) as [string, string, string, string];

describe('the list of rules', () => {
  it('says each rule as a sentence, in order', async () => {
    await show();
    expect(names()).toEqual([URGENT, UNCLAIMED, REFUNDS, LOGISTICS]);
    expect(list().textContent).toContain('If a ticket in Financeiro or Suporte Técnico still waits for somebody to take it, has nobody working on it and is older than 15 minutes → notify with sound');
  });
  it('moves a rule by button, says so, and keeps the focus on it', async () => {
    const { user, kept } = await show();
    await user.click(button(`Move “${UNCLAIMED}” up`));
    await settle();
    expect(names()).toEqual([UNCLAIMED, URGENT, REFUNDS, LOGISTICS]);
    expect(kept().map(({ name }) => name)).toEqual([UNCLAIMED, URGENT, REFUNDS, LOGISTICS]);
    expect(screen.getByText(`“${UNCLAIMED}” is number 1 of 4 now.`)).toBeTruthy();
    expect(document.activeElement).toBe(button(`Move “${UNCLAIMED}” up`));
    expect(document.activeElement?.getAttribute('aria-disabled')).toBe('true');
  });
  it('moves the rule that has the focus by Alt with an arrow, as often as it is pressed', async () => {
    const { user, kept } = await show();
    screen.getByTitle(`Edit “${URGENT}”`).focus();
    await user.keyboard('{Alt>}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{/Alt}');
    await settle();
    expect(names()).toEqual([UNCLAIMED, REFUNDS, LOGISTICS, URGENT]);
    expect(kept().map(({ name }) => name)).toEqual([UNCLAIMED, REFUNDS, LOGISTICS, URGENT]);
    expect(document.activeElement).toBe(screen.getByTitle(`Edit “${URGENT}”`));
  });
  it('moves a rule by dragging its grip; Esc leaves it where it was', async () => {
    const { kept } = await show();
    const rows = [...list().children] as HTMLElement[];
    rows.forEach((row, index) => vi.spyOn(row, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, index * 100, 500, 100)));
    const grip = within(rows[3] as HTMLElement).getByTitle('Drag to change the order');
    fireEvent.pointerDown(grip, { button: 0, clientY: 350 });
    fireEvent.pointerMove(window, { clientY: 120 });
    fireEvent.keyDown(window, { key: 'Escape' });
    fireEvent.pointerUp(window, { clientY: 120 });
    await settle();
    expect(names()).toEqual([URGENT, UNCLAIMED, REFUNDS, LOGISTICS]);
    fireEvent.pointerDown(grip, { button: 0, clientY: 350 });
    fireEvent.pointerMove(window, { clientY: 120 });
    fireEvent.pointerUp(window, { clientY: 120 });
    await settle();
    expect(kept().map(({ name }) => name)).toEqual([URGENT, LOGISTICS, UNCLAIMED, REFUNDS]);
  });
  it('switches one off and on', async () => {
    const { user, kept } = await show();
    await user.click(screen.getByRole('switch', { name: `“${URGENT}” is on` }));
    await settle();
    expect(kept()[0]?.on).toBe(false);
    await user.click(screen.getByRole('switch', { name: `“${URGENT}” is on` }));
    await settle();
    expect(kept()[0]?.on).toBe(true);
  });
  it('deletes one, and brings it back to its place', async () => {
    const { user, kept } = await show();
    await user.click(button(`Delete “${UNCLAIMED}”`));
    await settle();
    expect(names()).toEqual([URGENT, REFUNDS, LOGISTICS]);
    expect(document.activeElement).toBe(button('Undo'));
    await user.keyboard('{Enter}');
    await settle();
    expect(kept()).toEqual(SAMPLE_RULES);
  });
  it('that was brought back has the focus, for the button that did it is gone', async () => {
    const { user } = await show();
    await user.click(button(`Delete “${REFUNDS}”`));
    await user.keyboard('{Enter}');
    await settle();
    expect(names()).toEqual([URGENT, UNCLAIMED, REFUNDS, LOGISTICS]);
    expect(document.activeElement).toBe(screen.getByTitle(`Edit “${REFUNDS}”`));
  });
  it('that is begun has the focus in its name, marked to be written over', async () => {
    const { user, kept } = await show();
    await user.click(button('New rule'));
    await settle();
    await user.keyboard('Mine{Enter}');
    await settle();
    expect(kept()[0]?.name).toBe('Mine');
  });
  it('duplicates one below it, off and open', async () => {
    const { user, kept } = await show();
    await user.click(button(`Duplicate “${URGENT}”`));
    await settle();
    expect(names()).toEqual([URGENT, `${URGENT} (copy)`, UNCLAIMED, REFUNDS, LOGISTICS]);
    expect(kept()[1]).toMatchObject({ on: false, when: SAMPLE_RULES[0]?.when });
    expect(screen.getByRole('group', { name: `Rule “${URGENT} (copy)”` })).toBeTruthy();
  });
  it('keeps on the screen what could not be stored, and tries again', async () => {
    const { bridge, user, kept } = await show();
    const store = bridge.world.settings;
    bridge.answer('settings.update', () => fail('storageUnavailable'));
    await user.click(button(`Delete “${URGENT}”`));
    await waitFor(() => expect(screen.getByText('The local copy could not be written.')).toBeTruthy());
    expect(names()).toEqual([UNCLAIMED, REFUNDS, LOGISTICS]);
    expect(kept()).toHaveLength(4);
    bridge.answer('settings.update', (patch) => {
      bridge.world.settings = { ...store, ...(patch as typeof store) };
      return ok(bridge.world.settings);
    });
    await user.click(button('Try again'));
    await settle();
    expect(kept().map(({ name }) => name)).toEqual([UNCLAIMED, REFUNDS, LOGISTICS]);
    expect(screen.queryByText('The local copy could not be written.')).toBeNull();
  });
  it('leads back, and says where the defaults end', async () => {
    const { user, onBack } = await show();
    expect(within(screen.getByRole('list', { name: 'Defaults, in their order' })).getAllByRole('listitem').at(-1)?.textContent).toBe('Anything else→ only count as unread');
    await user.click(button('Back to settings'));
    expect(onBack).toHaveBeenCalledOnce();
  });
});

describe('without rules', () => {
  it('offers examples; one that knows all it needs is on at once', async () => {
    const { user, kept } = await show({ rules: [] });
    await user.click(button('Add “Nobody takes it”'));
    await settle();
    expect(kept()).toMatchObject([{ name: 'Nobody takes it', on: true, when: { events: ['waiting'], departments: 'mine', assignee: 'nobody', olderThanMinutes: 15 } }]);
  });
  it('opens an example that lacks a part, off', async () => {
    const { user, kept } = await show({ rules: [] });
    await user.click(button('Add “Important customers”'));
    await settle();
    expect(kept()[0]?.on).toBe(false);
    expect(within(screen.getByRole('group', { name: 'Rule “Important customers”' })).getByText(/This rule is off/)).toBeTruthy();
  });
});

describe('the editor of a rule', () => {
  const editor = () => screen.getByRole('group', { name: /^Rule “/ });
  const inEditor = () => within(editor());
  it('keeps each part as it is changed', async () => {
    const { user, kept } = await show({ rule: 'urgent' });
    const rule = () => kept()[0] as Rule;
    await user.click(inEditor().getByRole('radio', { name: 'Tasks' }));
    await user.click(inEditor().getByRole('checkbox', { name: 'It is new' }));
    await user.click(inEditor().getByRole('checkbox', { name: 'due time' }));
    await user.selectOptions(inEditor().getByLabelText('Whose it is'), 'Mine');
    await user.click(inEditor().getByRole('radio', { name: /^Mention in a summary/ }));
    await user.click(inEditor().getByRole('switch', { name: 'Only what I follow' }));
    await user.type(inEditor().getByLabelText('Text'), 'api');
    await settle();
    expect(rule()).toMatchObject({ action: 'summary', when: { entity: 'task', events: ['changed'], fields: ['dueAt'], assignee: 'me', followed: true, keyword: 'api' } });
    expect(inEditor().getByText(/You have not said who you are/)).toBeTruthy();
    expect(inEditor().queryByRole('switch', { name: 'With sound' })).toBeNull();
  });
  it('keeps every letter of a text that is typed faster than rules are kept', async () => {
    const { user, kept } = await show({ rule: SAMPLE_RULES[2]?.id ?? null });
    const field = screen.getByLabelText<HTMLInputElement>('Text');
    await user.clear(field);
    for (const letter of 'boleto') {
      fireEvent.input(field, { target: { value: `${field.value}${letter}` } });
    }
    expect(field.value).toBe('boleto');
    await settle();
    expect(kept()[2]?.when.keyword).toBe('boleto');
    fireEvent.blur(field);
    expect(field.value).toBe('boleto');
  });
  it('takes a name once the field is left, and no empty one', async () => {
    const { user, kept } = await show({ rule: 'urgent' });
    const name = inEditor().getByLabelText('Name');
    await user.clear(name);
    await user.tab();
    expect(screen.getByText('A rule needs a name.')).toBeTruthy();
    expect(kept()[0]?.name).toBe(URGENT);
    await user.type(name, 'Fire{Enter}');
    await settle();
    expect(kept()[0]?.name).toBe('Fire');
  });
  it('chooses values of the desk from a list, takes what was typed, and takes one away', async () => {
    const { user, kept } = await show({ rule: 'urgent' });
    await user.click(inEditor().getByRole('button', { name: 'Priority: Choose…' }));
    await user.click(await screen.findByRole('option', { name: 'Normal' }));
    await user.type(screen.getByRole('combobox', { name: 'Priority' }), 'Blocker');
    await user.click(screen.getByRole('option', { name: 'Use “Blocker”' }));
    await settle();
    expect(kept()[0]?.when.priorities).toEqual(['Urgent', 'Normal', 'Blocker']);
    await user.keyboard('{Escape}');
    await user.click(inEditor().getByRole('button', { name: 'Remove Normal' }));
    await settle();
    expect(kept()[0]?.when.priorities).toEqual(['Urgent', 'Blocker']);
  });
  it('reads an age in its unit; a wrong one stays, with what is wrong', async () => {
    const { user, kept } = await show({ rule: 'unclaimed' });
    const age = inEditor().getByLabelText<HTMLInputElement>('Older than');
    expect(age.value).toBe('15');
    await user.selectOptions(inEditor().getByLabelText('Unit'), 'hours');
    await settle();
    expect(kept()[1]?.when.olderThanMinutes).toBe(900);
    await user.clear(age);
    await user.type(age, 'x');
    expect(screen.getByText('This is not a length of time.')).toBeTruthy();
    expect(age.value).toBe('x');
    await user.clear(age);
    await settle();
    expect(kept()[1]?.when.olderThanMinutes).toBeNull();
  });
  it('warns of a rule that can never fit', async () => {
    const { user } = await show({ rule: 'logistics' });
    await user.click(inEditor().getByRole('checkbox', { name: 'It is new' }));
    await settle();
    expect(screen.getByText('This rule never fits: it asks for changed fields, but not for changes.')).toBeTruthy();
  });
  it('is tried on the last day with the rules above it; an example opens its item; a change makes the result old', async () => {
    const { bridge, user, onOpen } = await show({ rule: 'unclaimed' });
    await user.click(inEditor().getByRole('button', { name: 'Try on the last day' }));
    await settle();
    expect(bridge.asked('rules.tryOut')).toEqual([{ rules: SAMPLE_RULES.slice(0, 2), index: 1 }]);
    expect(screen.getByText('12 of 340 events of the last 24 hours would have matched.')).toBeTruthy();
    await user.click(inEditor().getAllByTitle(/^Open /)[1] as HTMLElement);
    expect(onOpen).toHaveBeenCalledWith('ticket', 'ticket-1');
    await user.type(inEditor().getByLabelText('Text'), 'a');
    await settle();
    expect(screen.getByText('The rule was changed since. Try it again.')).toBeTruthy();
  });
  it('says when there was nothing to try it on, and when nothing matched', async () => {
    const { bridge, user } = await show({ rule: 'unclaimed' });
    bridge.answer('rules.tryOut', () => ok({ events: 0, matched: 0, examples: [] }));
    await user.click(button('Try on the last day'));
    await settle();
    expect(screen.getByText('There were no events in the last 24 hours to try it on.')).toBeTruthy();
    bridge.answer('rules.tryOut', () => ok({ events: 1, matched: 0, examples: [] }));
    await user.click(button('Try on the last day'));
    await settle();
    expect(screen.getByText('0 of 1 event of the last 24 hours would have matched.')).toBeTruthy();
  });
});

describe('rules as a file', () => {
  it('are written and taken, with what came of it', async () => {
    const { bridge, user } = await show();
    await user.click(button('Export…'));
    await settle();
    expect(screen.getByText('The rules were written to the file.')).toBeTruthy();
    bridge.answer('rules.import', () => {
      bridge.world.settings = { ...bridge.world.settings, rules: [{ ...(SAMPLE_RULES[0] as Rule), id: 'imported', name: 'From a file' }, ...bridge.world.settings.rules] };
      return ok({ added: 1 });
    });
    await user.click(button('Import…'));
    await settle();
    expect(screen.getByText('1 rule was added above the others.')).toBeTruthy();
    expect(names()[0]).toBe('From a file');
  });
  it('that were refused are said, and everything stays', async () => {
    const { bridge, user } = await show();
    bridge.answer('rules.import', () => fail('fileUnreadable'));
    await user.click(button('Import…'));
    await settle();
    expect(screen.getByText('The file could not be read.')).toBeTruthy();
    expect(names()).toHaveLength(4);
  });
});

describe.each(['pt-BR', 'es'] as const)('in %s', (language) => {
  it('nothing is left in English', async () => {
    const { user } = await show({ language, rule: 'unclaimed', rules: SAMPLE_RULES.map((rule) => ({ ...rule, name: 'x' })) });
    await user.click(button(language === 'es' ? 'Probar con el último día' : 'Experimentar no último dia'));
    await settle();
    expect(screen.getByText(/^De 340/)).toBeTruthy();
    expect(leftInEnglish(language)(saidBy(document.body))).toEqual([]);
  });
});
