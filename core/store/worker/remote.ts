import type { Clock } from '../../clock.ts';
import { createEmitter } from '../../emitter.ts';
import { EngineError } from '../../engine-error.ts';
import { STATE_CALLS, STORE_CALLS, portOf } from '../sync-calls.ts';
import type { NewerThanApp, OpenedStore, StoreLocation } from '../open-store.ts';
import type { StateStore, Store } from '../store.ts';
import { fromWire } from './protocol.ts';
import type { OpenReply, StoreReply, StoreRequest } from './protocol.ts';

/** The main thread's end: what is used of a worker. */
export interface StorePort {
  postMessage(message: StoreRequest): void;
  on(event: 'message', listener: (message: StoreReply) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  terminate(): Promise<unknown>;
}

/** A location, and how to get a thread. */
export interface RemoteStoreOptions extends Omit<StoreLocation, 'now'> {
  readonly spawn: () => StorePort;
  readonly clock: Clock;
}

/** How long closing may take before the thread is ended, in milliseconds. Committed data is safe either way. */
const CLOSE_MS = 2000;
/** How long opening may go without a sign that it is under way, in milliseconds: every page of a large table on a slow disk may be read in between. */
const OPEN_MS = 120_000;

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: EngineError) => void; readonly onUnderWay: (() => void) | undefined };
/** A request before it has its number. */
type Unnumbered = StoreRequest extends infer Request ? (Request extends StoreRequest ? Omit<Request, 'id'> : never) : never;

/**
 * Opens the store in a worker thread. When the thread ends by itself, every call that waits and every later one rejects
 * with `storageUnavailable` and `onDied` tells it; whether to open another is the caller's decision. Rejects with the same
 * when the thread says nothing for two minutes; bringing a large copy to a new schema takes longer, and says so as it goes.
 */
export async function openStore({ spawn, clock, key, ...place }: RemoteStoreOptions): Promise<OpenedStore | NewerThanApp> {
  const line = connectWorker(spawn());
  let silent = false;
  let cancel: () => void = () => undefined;
  const wait = (): void => {
    cancel();
    cancel = clock.after(OPEN_MS, () => {
      silent = true;
      void line.end().catch(() => undefined);
    });
  };
  wait();
  try {
    // A key of its own buffer: copying a view copies all that lies behind it.
    const found = await line.ask<OpenReply>({ do: 'open', location: { ...place, key: key === null ? null : Uint8Array.from(key), now: clock.now() } }, wait);
    if (found.outcome === 'newerThanApp') {
      await line.end();
      return found;
    }
    const call = (port: 'store' | 'state') => (name: string, args: unknown[]) => line.ask({ do: 'call', port, name, args });
    let closing: Promise<void> | null = null;
    const close = (): Promise<void> => (closing ??= closeWithin(line, clock));
    return {
      ...found,
      store: { ...portOf<Omit<Store, 'close'>>(STORE_CALLS, call('store')), close },
      state: portOf<StateStore>(STATE_CALLS, call('state')),
      onDied: line.onDied,
    };
  } catch (error) {
    // A thread that hangs in the system may not end either.
    if (!silent) await line.end();
    throw error;
  } finally {
    cancel();
  }
}

async function closeWithin(line: Line, clock: Clock): Promise<void> {
  const closed = line.ask({ do: 'call', port: 'store', name: 'close', args: [] }).catch(() => undefined);
  await new Promise<void>((resolve) => {
    const cancel = clock.after(CLOSE_MS, resolve);
    void closed.then(() => {
      cancel();
      resolve();
    });
  });
  await line.end();
}

interface Line {
  /** `onUnderWay` hears each sign that the answer is being worked on. */
  ask<T>(request: Unnumbered, onUnderWay?: () => void): Promise<T>;
  onDied: OpenedStore['onDied'];
  /** Ends the thread on purpose: calls that wait reject, `onDied` stays silent. */
  end(): Promise<void>;
}

function connectWorker(worker: StorePort): Line {
  const waiting = new Map<number, Waiting>();
  const died = createEmitter<EngineError>();
  let lastId = 0;
  let down: EngineError | null = null;

  const goDown = (error: EngineError): boolean => {
    if (down !== null) return false;
    down = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    return true;
  };
  const die = (cause: Error): void => {
    const error = new EngineError('storageUnavailable', { retry: true, cause });
    if (goDown(error)) died.emit(error);
  };
  worker.on('error', die);
  worker.on('exit', (code) => die(new Error(`store worker exited with ${code}`)));
  worker.on('message', (reply) => {
    const asked = waiting.get(reply.id);
    if (reply.ok === 'underWay') return asked?.onUnderWay?.();
    waiting.delete(reply.id);
    if (reply.ok) asked?.resolve(reply.value);
    else asked?.reject(fromWire(reply.error));
  });

  return {
    ask: <T>(request: Unnumbered, onUnderWay?: () => void) =>
      new Promise<T>((resolve, reject) => {
        if (down !== null) return reject(down);
        const id = ++lastId;
        waiting.set(id, { resolve: (value) => resolve(value as T), reject, onUnderWay });
        try {
          worker.postMessage({ ...request, id });
        } catch (cause) {
          // A value that cannot be cloned: the caller's fault, not the store's.
          waiting.delete(id);
          reject(new EngineError('internal', { cause }));
        }
      }),
    onDied: (listener) => died.on(listener),
    end: async () => {
      goDown(new EngineError('storageUnavailable', { cause: new Error('store closed') }));
      await worker.terminate();
    },
  };
}
