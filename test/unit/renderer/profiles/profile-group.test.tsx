// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../../contract/result.ts';
import { MainWindow } from '../../../../renderer/app/MainWindow.tsx';
import { fakeBridge, type FakeBridge } from '../../../support/fake-bridge.ts';
import { renderWindow, settle } from '../../../support/render.tsx';

async function show(prepare: (bridge: FakeBridge) => void = () => undefined) {
  const bridge = fakeBridge();
  prepare(bridge);
  const view = await renderWindow(bridge, <MainWindow />);
  await view.user.click(screen.getByRole('button', { name: 'Settings' }));
  await settle();
  return { bridge, ...view };
}
const button = (name: string) => screen.getByRole('button', { name });
const item = (name: string) => within(screen.getByRole('listitem', { name }));

describe('the profiles in settings', () => {
  it('are listed with where they come from, what they lack, and which is in use', async () => {
    await show();
    expect(item('Cxpress 1.0').getByText('Comes with the app, best guess')).toBeTruthy();
    expect(item('Cxpress 1.0').getByText('In use')).toBeTruthy();
    expect(item('Acme 2025').getByText('Imported')).toBeTruthy();
    expect(item('Acme 2025').getByText('Without: Tasks (one item), Custom fields (list)')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Remove Cxpress 1.0' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Use Cxpress 1.0' })).toBeNull();
  });
  it('are switched, and the app says what happens', async () => {
    const { bridge, user } = await show();
    await user.click(button('Use Acme 2025'));
    await settle();
    expect(bridge.asked('profiles.use')).toEqual([{ id: 'acme' }]);
    expect(screen.getByText(/Acme 2025 is in use. Everything is read anew/)).toBeTruthy();
    expect(item('Acme 2025').getByText('In use')).toBeTruthy();
  });
  it('say why they cannot be used', async () => {
    const { user } = await show((bridge) => bridge.answer('profiles.use', () => fail('profileIncomplete', { missing: 'refresh' })));
    await user.click(button('Use Acme 2025'));
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('a token refresh that sends the refresh token');
    expect(item('Cxpress 1.0').getByText('In use')).toBeTruthy();
  });
  it('are exported', async () => {
    const { bridge, user } = await show();
    await user.click(button('Export Acme 2025'));
    await settle();
    expect(bridge.asked('profiles.export')).toEqual([{ id: 'acme' }]);
    expect(screen.getByText('The profile was saved.')).toBeTruthy();
  });
  it('say nothing when somebody changed their mind at exporting, and say it when the disk refuses', async () => {
    const { bridge, user } = await show((bridge) => bridge.answer('profiles.export', () => ok({ saved: false })));
    await user.click(button('Export Acme 2025'));
    await settle();
    expect(screen.queryByText('The profile was saved.')).toBeNull();
    bridge.answer('profiles.export', () => fail('fileNotWritten'));
    await user.click(button('Export Acme 2025'));
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('The file could not be written.');
  });
  it('are removed after asking', async () => {
    const { bridge, user } = await show();
    await user.click(button('Remove Acme 2025'));
    await user.click(within(screen.getByRole('dialog', { name: 'Remove “Acme 2025”?' })).getByRole('button', { name: 'Cancel' }));
    expect(bridge.asked('profiles.remove')).toEqual([]);
    await user.click(button('Remove Acme 2025'));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Remove' }));
    await settle();
    expect(bridge.asked('profiles.remove')).toEqual([{ id: 'acme' }]);
    expect(screen.queryByRole('listitem', { name: 'Acme 2025' })).toBeNull();
  });
});
