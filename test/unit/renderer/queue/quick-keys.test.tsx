// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { MainWindow } from '../../../../renderer/app/MainWindow.tsx';
import { fakeBridge } from '../../../support/fake-bridge.ts';
import { renderWindow, settle } from '../../../support/render.tsx';
import { sampleQueue } from '../../../support/renderer-data.ts';

const list = () => screen.getByRole('listbox', { name: 'Ticket list' });
const inAct = (on: boolean): void => void Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: on });

/** A key as a browser brings it: React knows what it answers to by `window.event`, and only microtasks run before the next one. */
async function press(key: string): Promise<void> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  Object.assign(window, { event });
  list().dispatchEvent(event);
  Object.assign(window, { event: undefined });
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}

afterEach(() => inAct(true));

describe('keys that follow each other at once', () => {
  it('mean the row that the former one moved to', async () => {
    const rows = sampleQueue('ticket', 40);
    const bridge = fakeBridge({ rows: { ticket: rows, task: sampleQueue('task', 6) } });
    await renderWindow(bridge, <MainWindow />);
    await settle();
    list().focus();
    inAct(false);
    await press('Home');
    await press('j');
    await press('f');
    inAct(true);
    await settle();
    expect(bridge.asked('item.follow')).toEqual([{ entity: 'ticket', id: rows[1]?.id, follow: true }]);
  });
});
