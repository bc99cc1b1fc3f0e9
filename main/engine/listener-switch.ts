import { z } from 'zod';
import type { Entity } from '../../contract/entity.ts';
import type { ApiProfile } from '../../contract/profile/schema.ts';
import { createHintListener, newSecretPath } from '../../core/hints/listener.ts';
import type { HintListener } from '../../core/hints/listener.ts';
import type { Logger } from '../../core/log.ts';
import type { StateStore } from '../../core/store/store.ts';

/** The webhook listener as something that is on or off. */
export interface ListenerSwitch {
  /** Turns it on or off; calls are carried out one after the other. Rejects with EngineError `listenerFailed`, then it is off. */
  turn(on: boolean): Promise<void>;
  /** The address to give to the sender; null while it is off. */
  url(): string | null;
  dispose(): Promise<void>;
}

/** What the switch needs. */
export interface ListenerNeeds {
  readonly state: StateStore;
  /** The profile in use, by whose words webhooks are read; asked when the listener starts. */
  readonly profile: () => ApiProfile;
  readonly log: Logger;
  readonly onHint: (entity: Entity, id: string) => void;
  /** It went on or off. */
  readonly onChange: () => void;
}

const KEY = 'webhook-listener';
const placeSchema = z.object({ path: z.string().min(32).max(100), port: z.number().int().min(0).max(65_535) });
type Place = z.infer<typeof placeSchema>;

async function keptPlace(state: StateStore): Promise<Place | null> {
  try {
    const bytes = await state.get(KEY);
    return bytes === null ? null : placeSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
}

/** Makes the switch, off. Path and port are kept, so that the address given to the sender is good after a restart too. */
export function createListenerSwitch({ state, profile, log, onHint, onChange }: ListenerNeeds): ListenerSwitch {
  let listener: HintListener | null = null;
  let queue: Promise<void> = Promise.resolve();

  const listen = (place: Place): Promise<HintListener> => createHintListener({ secretPath: place.path, port: place.port, onHint, profile: profile(), logger: log });
  const start = async (): Promise<void> => {
    if (listener) return;
    const kept = await keptPlace(state);
    const place = kept ?? { path: newSecretPath(), port: 0 };
    // Another program may hold the port by now; then a new one is better than no listener.
    listener = await listen(place).catch(() => listen({ ...place, port: 0 }));
    const used: Place = { path: place.path, port: Number(new URL(listener.url).port) };
    if (used.port !== kept?.port) await state.set(KEY, new TextEncoder().encode(JSON.stringify(used))).catch((error: unknown) => log.warn('listener.placeNotKept', { error }));
    onChange();
  };
  const stop = async (): Promise<void> => {
    const ending = listener;
    listener = null;
    await ending?.dispose();
    if (ending) onChange();
  };
  const turn = (on: boolean): Promise<void> => {
    const turned = queue.then(() => (on ? start() : stop()));
    queue = turned.catch(() => undefined);
    return turned;
  };
  return { turn, url: () => listener?.url ?? null, dispose: () => turn(false) };
}
