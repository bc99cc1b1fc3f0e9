import { describe, expect, it } from 'vitest';
import type { CallName, EventName } from '../../../contract/ipc/channels.ts';
import { createBridge } from '../../../preload/create-bridge.ts';

function fakeIpc(answer: (name: string, request: unknown) => Promise<unknown> = () => Promise.resolve({ ok: true, value: null })) {
  const sent: unknown[][] = [];
  let deliver: (event: unknown, name: EventName, payload: unknown) => void = () => undefined;
  return {
    sent,
    emit: (name: string, payload: unknown) => deliver({ sender: 'the raw event' }, name as EventName, payload),
    invoke(channel: string, name: string, request: unknown) {
      sent.push([channel, name, request]);
      return answer(name, request);
    },
    on(_channel: string, listener: typeof deliver) {
      deliver = listener;
    },
  };
}

describe('bridge', () => {
  it('consists of two functions', () => {
    expect(Object.entries(createBridge(fakeIpc())).map(([key, value]) => [key, typeof value])).toEqual([['call', 'function'], ['on', 'function']]);
  });

  it('sends a call by name over the one channel and hands the reply on', async () => {
    const ipc = fakeIpc(() => Promise.resolve({ ok: true, value: 7 }));
    expect(await createBridge(ipc).call('status.get', null)).toEqual({ ok: true, value: 7 });
    expect(ipc.sent).toEqual([['cxpress:call', 'status.get', null]]);
  });

  it('does not send names that are no calls', async () => {
    const ipc = fakeIpc();
    expect(await createBridge(ipc).call('app.eval' as CallName, null)).toMatchObject({ ok: false, error: { code: 'invalidRequest' } });
    expect(ipc.sent).toEqual([]);
  });

  it('turns a failed transport into a Result', async () => {
    const ipc = fakeIpc(() => Promise.reject(new Error('An object could not be cloned.')));
    expect(await createBridge(ipc).call('status.get', null)).toEqual({ ok: false, error: { code: 'internal' } });
  });

  it('gives listeners the payload alone, until they unsubscribe', () => {
    const ipc = fakeIpc();
    const heard: unknown[][] = [];
    const stop = createBridge(ipc).on('navigate', (...values) => heard.push(values));
    ipc.emit('navigate', { to: 'settings' });
    stop();
    ipc.emit('navigate', { to: 'settings' });
    expect(heard).toEqual([[{ to: 'settings' }]]);
  });

  it('keeps the latest event of a kind for the first listener, once', () => {
    const ipc = fakeIpc();
    const bridge = createBridge(ipc);
    ipc.emit('navigate', { to: 'settings' });
    ipc.emit('navigate', { to: 'item', entity: 'ticket', id: 'a' });
    const first: unknown[] = [];
    const second: unknown[] = [];
    bridge.on('navigate', (payload) => first.push(payload));
    bridge.on('navigate', (payload) => second.push(payload));
    expect(first).toEqual([{ to: 'item', entity: 'ticket', id: 'a' }]);
    expect(second).toEqual([]);
  });

  it('ignores events that are not in the contract', () => {
    const ipc = fakeIpc();
    createBridge(ipc);
    expect(() => ipc.emit('evil', {})).not.toThrow();
  });
});
