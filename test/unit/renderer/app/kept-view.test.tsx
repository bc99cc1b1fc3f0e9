// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { MainWindow } from '../../../../renderer/app/MainWindow.tsx';
import { fakeBridge } from '../../../support/fake-bridge.ts';
import { renderWindow, settle } from '../../../support/render.tsx';
import { sampleQueue } from '../../../support/renderer-data.ts';

const rows = () => ({ ticket: sampleQueue('ticket', 30), task: sampleQueue('task', 5) });
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;

describe('a page that is loaded anew', () => {
  it('shows the same queue with the same item open, and of the other queue what it had', async () => {
    const bridge = fakeBridge({ rows: rows() });
    const { user, unmount } = await renderWindow(bridge, <MainWindow />);
    await settle();
    await user.keyboard('gu');
    await user.keyboard('{Control>}2{/Control}');
    await settle();
    await user.click(document.querySelector('[data-item="task-2"]') as HTMLElement);
    await settle();
    unmount();
    const again = await renderWindow(fakeBridge({ rows: rows(), place: bridge.world.place }), <MainWindow />);
    await settle();
    expect(heading()).toBe('Tasks');
    expect(document.querySelector('[data-item="task-2"]')?.getAttribute('aria-selected')).toBe('true');
    await again.user.keyboard('{Control>}1{/Control}');
    await settle();
    expect(heading()).toBe('TicketsUnassigned');
  });
  it('leaves another screen behind, and begins at the whole queue where nothing was noted', async () => {
    const bridge = fakeBridge({ rows: rows() });
    const { user, unmount } = await renderWindow(bridge, <MainWindow />);
    await settle();
    expect(heading()).toBe('Tickets');
    await user.keyboard('gr');
    await settle();
    unmount();
    await renderWindow(fakeBridge({ rows: rows(), place: bridge.world.place }), <MainWindow />);
    await settle();
    expect(heading()).toBe('Tickets');
  });
});
