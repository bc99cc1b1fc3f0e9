import type { Bridge } from '../../contract/ipc/bridge.ts';
import type { EventName } from '../../contract/ipc/channels.ts';
import type { EventPayload } from '../../contract/ipc/events.ts';

/**
 * Keeps a `navigate` that comes before anything listens: a click on a toast may open the window, and the page is
 * told where to go before its first frame. The first listener gets the last one at once. Lives as long as the page.
 */
export function keepEarlyNavigation(bridge: Bridge): Bridge {
  let early: EventPayload<'navigate'> | null = null;
  let heard = false;
  const stop = bridge.on('navigate', (event) => {
    early = event;
  });
  return {
    call: (name, request) => bridge.call(name, request),
    on<E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void) {
      const off = bridge.on(name, listener);
      if (name === 'navigate' && !heard) {
        heard = true;
        stop();
        if (early !== null) listener(early as EventPayload<E>);
        early = null;
      }
      return off;
    },
  };
}
