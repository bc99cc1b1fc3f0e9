import { describe, expect, it } from 'vitest';
import { callSchemas } from '../../../../contract/ipc/calls.ts';
import { CALLS } from '../../../../contract/ipc/channels.ts';
import type { Account } from '../../../../main/engine/account.ts';
import { createWords } from '../../../../main/i18n.ts';
import { desktopHandlers } from '../../../../main/ipc/handlers/desktop.ts';
import { diagnosticsHandlers } from '../../../../main/ipc/handlers/diagnostics.ts';
import { itemHandlers } from '../../../../main/ipc/handlers/items.ts';
import { ledgerHandlers } from '../../../../main/ipc/handlers/ledger.ts';
import { lookupHandlers } from '../../../../main/ipc/handlers/lookup.ts';
import { noticeHandlers } from '../../../../main/ipc/handlers/notices.ts';
import { profileHandlers } from '../../../../main/ipc/handlers/profiles.ts';
import { queueHandlers } from '../../../../main/ipc/handlers/queue.ts';
import { ruleHandlers } from '../../../../main/ipc/handlers/rules.ts';
import { sessionHandlers } from '../../../../main/ipc/handlers/session.ts';
import { settingsHandlers } from '../../../../main/ipc/handlers/settings.ts';
import { statusHandlers } from '../../../../main/ipc/handlers/status.ts';
import { createNoticeBoard } from '../../../../main/status/notice-board.ts';
import { fakeNotifier } from '../../../support/electron/fake-notifier.ts';
import { fakeClock } from '../../../support/fake-clock.ts';

describe('lookup', () => {
  it('searches, opens in the main window and hides', async () => {
    const steps: unknown[] = [];
    const handlers = lookupHandlers({ store: { lookup: async (...asked) => { steps.push(asked); return []; }, record: async () => null }, clock: fakeClock(), me: () => 'id:u7', navigate: (target) => steps.push(target), show: () => steps.push('show'), hide: () => steps.push('hide'), remote: () => null, items: { copy: async () => 'nothing', browse: async () => false } });
    expect(await handlers['lookup.search']({ query: 'ma', limit: 5 })).toEqual({ ok: true, value: { results: [], tookMs: 0 } });
    await handlers['lookup.show'](null);
    await handlers['lookup.open']({ entity: 'task', id: 'b' });
    expect(steps).toEqual([['ma', 5, 'id:u7'], 'show', 'hide', { to: 'item', entity: 'task', id: 'b' }]);
  });
});

describe('notices and the test toast', () => {
  it('are dismissed and shown with the system\'s own answer', async () => {
    const notices = createNoticeBoard();
    notices.post({ code: 'closeToTray' });
    const notifier = fakeNotifier(() => ({ shown: false, via: 'electron', detail: 'no answer' }));
    const handlers = noticeHandlers({ notices, notifier, t: createWords('en').t });
    await handlers['notice.dismiss']({ code: 'closeToTray' });
    expect(notices.list()).toEqual([]);
    expect(await handlers['notification.test'](null)).toEqual({ ok: true, value: { shown: false, via: 'electron' } });
    expect(notifier.shown[0]).toMatchObject({ title: 'Cxpress Tray' });
  });
});

describe('sync now', () => {
  const board = { now: () => ({}) as never, touch: () => undefined, onChange: () => () => undefined, dispose: () => undefined };

  it('is refused while signed out, and otherwise resolves when the pass is done', async () => {
    const start = () => ({}) as never;
    expect(await statusHandlers({ start, board, syncNow: () => null })['sync.now'](null)).toEqual({ ok: false, error: { code: 'signedOut' } });
    let done = false;
    expect(await statusHandlers({ start, board, syncNow: async () => void (done = true) })['sync.now'](null)).toEqual({ ok: true, value: null });
    expect(done).toBe(true);
  });
});

it('every call of the contract has a handler, and none is answered that has no schema', () => {
  const all = {
    ...sessionHandlers({} as Account),
    ...queueHandlers({} as never),
    ...ledgerHandlers({} as never),
    ...lookupHandlers({} as never),
    ...settingsHandlers({} as never),
    ...noticeHandlers({} as never),
    ...statusHandlers({} as never),
    ...profileHandlers({} as never),
    ...ruleHandlers({} as never),
    ...desktopHandlers({} as never),
    ...diagnosticsHandlers({} as never),
    ...itemHandlers({} as never),
  };
  expect(Object.keys(all).sort()).toEqual([...CALLS].sort());
  expect(Object.keys(callSchemas).sort()).toEqual([...CALLS].sort());
});
