import type { Bridge } from '../contract/ipc/bridge.ts';
import type { Reply } from '../contract/ipc/calls.ts';
import { CALL_CHANNEL, CALLS, EVENT_CHANNEL, EVENTS } from '../contract/ipc/channels.ts';
import type { CallName, EventName } from '../contract/ipc/channels.ts';
import type { EventPayload } from '../contract/ipc/events.ts';
import type { Result } from '../contract/result.ts';

/** Electron's ipcRenderer as far as the bridge uses it. */
export interface RendererIpc {
  invoke(channel: string, name: string, request: unknown): Promise<unknown>;
  on(channel: string, listener: (event: unknown, name: EventName, payload: unknown) => void): unknown;
}

type Listener = (payload: never) => void;

/** Written out, because contract/result.ts would bring zod along and the preload script stays small. */
const REFUSED = { ok: false, error: { code: 'invalidRequest' } } as const;
const BROKEN = { ok: false, error: { code: 'internal' } } as const;

/**
 * Makes `window.bridge`: the contract's calls and events and nothing else. No Electron object crosses, and a listener
 * gets the payload alone. An event that arrives before the page listens to it waits (the latest of its kind), so that a
 * click on a toast reaches a window that is still loading.
 */
export function createBridge(ipc: RendererIpc): Bridge {
  const listeners = new Map<EventName, Set<Listener>>(EVENTS.map((name) => [name, new Set<Listener>()]));
  const waiting = new Map<EventName, unknown>();

  ipc.on(EVENT_CHANNEL, (_event, name, payload) => {
    const heard = listeners.get(name);
    if (!heard) return;
    if (heard.size === 0) waiting.set(name, payload);
    for (const listener of [...heard]) listener(payload as never);
  });
  return {
    async call<C extends CallName>(name: C, request: unknown) {
      if (!CALLS.includes(name)) return REFUSED;
      try {
        return (await ipc.invoke(CALL_CHANNEL, name, request)) as Result<Reply<C>>;
      } catch {
        return BROKEN; // The request could not be sent (a function in it), or main is going down.
      }
    },
    on<E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void) {
      const heard = listeners.get(name);
      heard?.add(listener);
      if (heard && waiting.has(name)) {
        const payload = waiting.get(name);
        waiting.delete(name);
        listener(payload as EventPayload<E>);
      }
      return () => {
        heard?.delete(listener);
      };
    },
  };
}
