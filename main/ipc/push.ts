import { EVENT_CHANNEL } from '../../contract/ipc/channels.ts';
import type { EventName } from '../../contract/ipc/channels.ts';
import { eventSchemas } from '../../contract/ipc/events.ts';
import type { EventPayload } from '../../contract/ipc/events.ts';
import type { Logger } from '../../core/log.ts';
import type { WindowRegistry } from '../windows/window-registry.ts';

/** Sends events to windows. */
export interface Push {
  /** To every window. */
  all<E extends EventName>(name: E, payload: EventPayload<E>): void;
  /** To one window. */
  to<E extends EventName>(contentsId: number, name: E, payload: EventPayload<E>): void;
}

/** Makes a {@link Push} that lets nothing out which the contract does not describe. */
export function createPush(windows: WindowRegistry, log: Logger): Push {
  const send = <E extends EventName>(name: E, payload: EventPayload<E>, wanted: (id: number) => boolean): void => {
    const checked = eventSchemas[name].safeParse(payload);
    if (!checked.success) {
      log.error('push.invalid', { event: name, at: checked.error.issues.map((issue) => issue.path.join('.')) });
      return;
    }
    for (const contents of windows.all()) if (wanted(contents.id)) contents.send(EVENT_CHANNEL, name, checked.data);
  };
  return {
    all: (name, payload) => send(name, payload, () => true),
    to: (contentsId, name, payload) => send(name, payload, (id) => id === contentsId),
  };
}
