// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { MainWindow } from '../../../../renderer/app/MainWindow.tsx';
import { fakeBridge, type FakeWorld } from '../../../support/fake-bridge.ts';
import { renderWindow, settle } from '../../../support/render.tsx';
import { sampleQueue, sampleSettings } from '../../../support/renderer-data.ts';

async function show(world: Partial<FakeWorld> = {}) {
  const bridge = fakeBridge({ rows: { ticket: sampleQueue('ticket', 20), task: [] }, ...world });
  const view = await renderWindow(bridge, <MainWindow />);
  await settle();
  return { bridge, ...view };
}
const list = () => screen.getByRole('listbox', { name: 'Ticket list' });

describe('the focus', () => {
  it('is on the list after the set-up was left for later, and on the settings’ heading when it was repeated from there', async () => {
    const first = await show({ settings: sampleSettings({ firstRunStep: 'tray' }) });
    await first.user.click(screen.getByRole('button', { name: 'Finish later' }));
    await settle();
    expect(document.activeElement).toBe(list());
    await first.user.keyboard('{Control>},{/Control}');
    await settle();
    await first.user.click(screen.getByRole('button', { name: 'Go through the first steps again' }));
    await settle();
    await first.user.click(screen.getByRole('button', { name: 'Finish later' }));
    await settle();
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Settings', level: 1 }));
  });
  it('goes back to the list from a search in the filters that a key began, and to the button from one that the button began', async () => {
    const { user } = await show();
    list().focus();
    await user.keyboard('/');
    await settle();
    await user.keyboard('{Escape}');
    await settle();
    expect(document.activeElement).toBe(list());
    const button = screen.getByRole('button', { name: 'Search the filters' });
    await user.click(button);
    await settle();
    await user.keyboard('{Escape}');
    await settle();
    expect(document.activeElement).toBe(button);
  });
  it('on a box or a radio button leaves letters to the window', async () => {
    const { user } = await show();
    await user.keyboard('{Control>},{/Control}');
    await settle();
    const radio = screen.getByRole('radio', { name: /^Without a proxy/ });
    radio.focus();
    await user.keyboard('gr');
    await settle();
    expect(screen.getByRole('heading', { name: 'Rules', level: 1 })).toBeTruthy();
  });
  it('goes to the order of the list by key', async () => {
    const { bridge, user } = await show();
    list().focus();
    await user.keyboard('{Shift>}o{/Shift}');
    await settle();
    await user.keyboard('{ArrowDown}{Enter}');
    await settle();
    expect(bridge.asked('queue.page').at(-1)).toMatchObject({ filter: { sort: { by: 'changed', descending: false } } });
  });
});
