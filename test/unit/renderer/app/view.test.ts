import { describe, expect, it } from 'vitest';
import { FIRST_VIEW, nextView, type ViewAction } from '../../../../renderer/app/view.ts';

const after = (...actions: ViewAction[]) => actions.reduce(nextView, FIRST_VIEW);

describe('view', () => {
  it('opens an item in its own queue', () => {
    expect(after({ type: 'open', entity: 'task', id: 'x' })).toMatchObject({ screen: 'queue', entity: 'task', open: { ticket: null, task: 'x' } });
  });
  it('goes back from a screen before it closes the open item', () => {
    const inSettings = after({ type: 'open', entity: 'ticket', id: 'x' }, { type: 'screen', screen: 'settings' });
    const back = nextView(inSettings, { type: 'back' });
    expect(back).toMatchObject({ screen: 'queue', open: { ticket: 'x' } });
    expect(nextView(back, { type: 'back' }).open.ticket).toBeNull();
  });
  it('keeps each queue’s filter and open item while the other is up', () => {
    const view = after({ type: 'filter', filter: 'unread' }, { type: 'open', entity: 'ticket', id: 'x' }, { type: 'queue', entity: 'task' }, { type: 'queue', entity: 'ticket' });
    expect(view).toMatchObject({ entity: 'ticket', filter: { ticket: 'unread', task: 'all' }, open: { ticket: 'x' } });
  });
  it('follows what the main process asks for', () => {
    expect(after({ type: 'navigate', event: { to: 'queue', entity: 'task', filter: 'unread' } })).toMatchObject({ screen: 'queue', entity: 'task', filter: { task: 'unread' } });
    expect(after({ type: 'navigate', event: { to: 'settings' } }).screen).toBe('settings');
    expect(after({ type: 'navigate', event: { to: 'item', entity: 'ticket', id: 'y' } }).open.ticket).toBe('y');
  });
});
