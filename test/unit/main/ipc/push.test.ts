import { expect, it } from 'vitest';
import { createPush } from '../../../../main/ipc/push.ts';
import { createWindowRegistry } from '../../../../main/windows/window-registry.ts';
import { recordingLog } from '../../../support/electron/recording-log.ts';

function fakeContents(id: number) {
  const sent: unknown[][] = [];
  let onDestroyed: () => void = () => undefined;
  let destroyed = false;
  return {
    id,
    sent,
    isDestroyed: () => destroyed,
    send: (...values: unknown[]) => void sent.push(values),
    once: (_event: 'destroyed', listener: () => void) => void (onDestroyed = listener),
    destroy() {
      destroyed = true;
      onDestroyed();
    },
  };
}

it('sends events to all windows or to one, and to none that is gone', () => {
  const windows = createWindowRegistry();
  const [one, two] = [fakeContents(1), fakeContents(2)];
  windows.add(one);
  windows.add(two);
  const push = createPush(windows, recordingLog());
  push.all('notices.changed', [{ code: 'keyringAbsent' }]);
  push.to(2, 'navigate', { to: 'settings' });
  two.destroy();
  push.all('lookup.shown', null);
  expect(one.sent).toEqual([['cxpress:event', 'notices.changed', [{ code: 'keyringAbsent' }]], ['cxpress:event', 'lookup.shown', null]]);
  expect(two.sent).toEqual([['cxpress:event', 'notices.changed', [{ code: 'keyringAbsent' }]], ['cxpress:event', 'navigate', { to: 'settings' }]]);
  expect(windows.has(2)).toBe(false);
});

it('lets nothing out that the contract does not describe', () => {
  const windows = createWindowRegistry();
  const one = fakeContents(1);
  windows.add(one);
  const log = recordingLog();
  createPush(windows, log).all('navigate', { to: 'item', entity: 'ticket', id: 'a', title: 'SECRET' } as never);
  expect(one.sent).toEqual([]);
  expect(log.lines[0]).toMatchObject({ level: 'error', event: 'push.invalid' });
  expect(log.text()).not.toContain('SECRET');
});
