import { describe, expect, it } from 'vitest';
import { FIRST_VIEW, nextView, type ViewAction } from '../../../../renderer/app/view.ts';
import { EVERYTHING } from '../../../../renderer/queue/filters.ts';

const UNREAD = { ...EVERYTHING, only: 'unread' as const };
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
    const view = after({ type: 'filter', filter: UNREAD }, { type: 'open', entity: 'ticket', id: 'x' }, { type: 'queue', entity: 'task' }, { type: 'queue', entity: 'ticket' });
    expect(view).toMatchObject({ entity: 'ticket', filter: { ticket: UNREAD, task: EVERYTHING }, open: { ticket: 'x' } });
  });
  it('follows what the main process asks for', () => {
    expect(after({ type: 'navigate', event: { to: 'queue', entity: 'task', filter: UNREAD } })).toMatchObject({ screen: 'queue', entity: 'task', filter: { task: UNREAD }, saved: { task: null } });
    expect(after({ type: 'navigate', event: { to: 'settings' } }).screen).toBe('settings');
    expect(after({ type: 'navigate', event: { to: 'item', entity: 'ticket', id: 'y' } }).open.ticket).toBe('y');
  });
  it('shows other rows with their view, closes what was open of them, and keeps the view while its filter is changed', () => {
    const shown = after({ type: 'open', entity: 'ticket', id: 'x' }, { type: 'show', entity: 'ticket', filter: UNREAD, saved: 'v1' });
    expect(shown).toMatchObject({ screen: 'queue', filter: { ticket: UNREAD }, saved: { ticket: 'v1', task: null }, open: { ticket: null } });
    expect(nextView(shown, { type: 'filter', filter: EVERYTHING })).toMatchObject({ filter: { ticket: EVERYTHING }, saved: { ticket: 'v1' } });
    expect(nextView(shown, { type: 'show', entity: 'ticket', filter: EVERYTHING, saved: null }).saved.ticket).toBeNull();
  });
  it('leads to one item’s ledger, to a part of the settings and to a rule, and forgets that on the way elsewhere', () => {
    const ledger = after({ type: 'ledger', item: { entity: 'task', id: 'x' } });
    expect(ledger).toMatchObject({ screen: 'ledger', ledgerItem: { entity: 'task', id: 'x' } });
    expect(nextView(ledger, { type: 'screen', screen: 'settings', section: 'identity' })).toMatchObject({ screen: 'settings', section: 'identity', ledgerItem: null });
    expect(nextView(ledger, { type: 'screen', screen: 'rules', rule: 'r' })).toMatchObject({ screen: 'rules', rule: 'r', section: null });
    expect(nextView(ledger, { type: 'back' }).screen).toBe('queue');
  });
});
