// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { MainWindow } from '../../../../renderer/app/MainWindow.tsx';
import { createI18n } from '../../../../renderer/app/i18n.ts';
import { keyCaps } from '../../../../renderer/palette/ChordKeys.tsx';
import { ALL_COMMANDS, chordsOf, COMMAND_GROUPS } from '../../../../renderer/palette/commands.ts';
import { EVERYTHING } from '../../../../renderer/queue/filters.ts';
import { fakeBridge } from '../../../support/fake-bridge.ts';
import { renderWindow, settle } from '../../../support/render.tsx';
import { NOW, sampleQueue, sampleSettings } from '../../../support/renderer-data.ts';

const { t } = createI18n('en');
const settings = sampleSettings({
  me: { key: 'name:Ana', id: null, name: 'Ana' }, notificationsPausedUntil: NOW + 3_600_000, savedViews: [{ id: 'v', name: 'Minhas urgências', entity: 'task', filter: { ...EVERYTHING, priorities: ['Urgent'] } }],
});
async function show() {
  const snoozed = { ...sampleQueue('ticket', 1)[0], id: 'asleep', snoozedUntil: NOW + 3_600_000 } as ReturnType<typeof sampleQueue>[number];
  const bridge = fakeBridge({ rows: { ticket: [...sampleQueue('ticket', 20), snoozed], task: sampleQueue('task', 5) }, settings });
  const view = await renderWindow(bridge, <MainWindow />);
  await settle();
  return { bridge, ...view };
}
const palette = () => screen.getByRole('dialog', { name: 'All commands' });
const offers = () => within(palette()).getAllByRole('option');
const capsOf = (element: Element | null) => [...(element?.querySelectorAll('kbd') ?? [])].map((cap) => cap.textContent);

describe('keys, palette and help sheet', () => {
  it('say the same of every command', async () => {
    const { user } = await show();
    await user.keyboard('?');
    const sheet = screen.getByRole('dialog', { name: 'Keys' });
    const lines = [...sheet.querySelectorAll<HTMLElement>('[data-command]')];
    const withKeys = ALL_COMMANDS.filter((command) => chordsOf(command).length > 0);
    const grouped = COMMAND_GROUPS.flatMap((group) => withKeys.filter((command) => command.group === group));
    expect(lines.map((line) => line.dataset['command'])).toEqual(grouped.map(({ id }) => id));
    for (const [index, command] of grouped.entries()) {
      expect(lines[index]?.querySelector('dt')?.textContent).toBe(t(`screens.commands.name.${command.id}`));
      expect(capsOf(lines[index] ?? null)).toEqual(chordsOf(command).flatMap((chord) => keyCaps(chord, 'Ctrl').flat()));
    }
    await user.click(within(sheet).getByRole('button', { name: 'Close' }));
    // Everything can be done: a row is under the cursor, something is narrowed, snoozed, can be undone.
    await user.keyboard('gs');
    await settle();
    await user.keyboard('{Shift>}a{/Shift}');
    await settle();
    await user.keyboard('{Control>}k{/Control}');
    const said = offers().map((offer) => ({ name: offer.querySelector('.flex-1')?.textContent, caps: capsOf(offer) }));
    const offered = ALL_COMMANDS.filter((command) => command.palette);
    expect(said.slice(0, -1)).toEqual(offered.map((command) => ({ name: t(`screens.commands.name.${command.id}`), caps: keyCaps(chordsOf(command)[0] ?? '', 'Ctrl').flat().filter(Boolean) })));
    expect(said.at(-1)?.name).toBe('Minhas urgências');
  });
});

describe('the palette', () => {
  it('does what was found by words, after it is gone and with the focus back where it was', async () => {
    const { bridge, user } = await show();
    screen.getByRole('listbox', { name: 'Ticket list' }).focus();
    await user.keyboard('{Control>}k{/Control}follow stop');
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'All commands' }));
    expect(offers().map((offer) => offer.querySelector('.flex-1')?.textContent)).toEqual(['Follow or stop following']);
    await user.keyboard('{Enter}');
    await settle();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(bridge.asked('item.follow')).toEqual([{ entity: 'ticket', id: 'ticket-0', follow: true }]);
    expect(document.activeElement).toBe(screen.getByRole('listbox', { name: 'Ticket list' }));
  });
  it('leads to saved views and screens, without accents', async () => {
    const { bridge, user } = await show();
    await user.keyboard('{Control>}k{/Control}urgencias{Enter}');
    await settle();
    expect(bridge.asked('queue.page').at(-1)).toMatchObject({ entity: 'task', filter: { priorities: ['Urgent'] } });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Minhas urgências');
    await user.keyboard('{Control>}k{/Control}notification log{Enter}');
    await settle();
    expect(bridge.asked('ledger.page').at(-1)).toMatchObject({ item: null });
  });
  it('moves round its ends, closes with Esc without going back, and says when nothing is called that', async () => {
    const { user } = await show();
    await user.keyboard('{Enter}');
    await user.click(document.querySelector('[data-item="ticket-1"]') as HTMLElement);
    await settle();
    await user.keyboard('{Control>}k{/Control}{ArrowUp}');
    const active = () => document.getElementById(screen.getByRole('combobox').getAttribute('aria-activedescendant') ?? '')?.textContent;
    expect(active()).toContain('Minhas urgências');
    await user.keyboard('{ArrowDown}');
    expect(active()).toContain('Open');
    await user.keyboard('qqqq');
    expect(screen.getAllByText('No command is called that. Try another word.')).not.toHaveLength(0);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByRole('heading', { level: 2 })).toBeTruthy();
  });
  it('offers only what can be done, and pauses notifications', async () => {
    const { bridge, user } = await show();
    bridge.world.settings = { ...bridge.world.settings, notificationsPausedUntil: 0 };
    await user.keyboard('{Control>}k{/Control}');
    const names = offers().map((offer) => offer.querySelector('.flex-1')?.textContent);
    for (const name of ['Undo', 'Wake now', 'Clear filters']) expect(names).not.toContain(name);
    await user.keyboard('pause until resume{Enter}');
    await settle();
    expect(bridge.asked('settings.update')).toEqual([{ notificationsPausedUntil: -1 }]);
  });
});
