import type { AppError } from '../../contract/result.ts';
import type { Notice } from '../../contract/status.ts';
import type { Clock } from '../../core/clock.ts';
import { createEmitter } from '../../core/emitter.ts';
import { EngineError } from '../../core/engine-error.ts';
import type { Logger } from '../../core/log.ts';
import type { Secret } from '../../core/secret.ts';
import { MEMORY } from '../../core/store/open-store.ts';
import type { OpenedStore } from '../../core/store/open-store.ts';
import { portOf, STATE_CALLS, STORE_CALLS } from '../../core/store/sync-calls.ts';
import type { StateStore, Store } from '../../core/store/store.ts';
import { openStore } from '../../core/store/worker/remote.ts';
import type { StorePort } from '../../core/store/worker/remote.ts';

/** Where the databases are, what opens them, and how to start the worker they live in. */
export interface StorageNeeds {
  readonly folder: string;
  /** 64 hexadecimal digits; null keeps everything in memory. */
  readonly key: Secret | null;
  readonly spawn: () => StorePort;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The open databases. They stay the same objects when the worker behind them has to be started anew. */
export interface Storage {
  readonly store: Store;
  readonly state: StateStore;
  /** False: everything is gone when the app quits. */
  readonly persistent: boolean;
  /** The file with tokens and rate ledger was lost and made anew. */
  readonly stateLost: boolean;
  readonly notices: readonly Notice[];
  /** Why nothing is kept although it could be; it stands until the next start. */
  readonly error: AppError | null;
  /** The worker died and was started anew: whoever remembers rows asks again. */
  onReopened(listener: () => void): () => void;
}

/** Restarts of a worker that keeps dying, in any minute. */
const MAX_RESTARTS = 3;
const RESTART_WINDOW_MS = 60_000;

function location(needs: StorageNeeds, persistent: boolean): Parameters<typeof openStore>[0] {
  const key = persistent && needs.key ? Uint8Array.from(Buffer.from(needs.key.reveal(), 'hex')) : null;
  return { directory: key ? needs.folder : MEMORY, key, clock: needs.clock, spawn: needs.spawn };
}

/** Opens files where there is a key, memory where there is none or the files refuse: a start never fails for them. */
async function openFirst(needs: StorageNeeds): Promise<{ opened: OpenedStore; persistent: boolean; error: AppError | null }> {
  if (needs.key) {
    try {
      const opened = await openStore(location(needs, true));
      if ('store' in opened) return { opened, persistent: true, error: null };
      needs.log.error('storage.newerThanApp', { file: opened.file });
    } catch (error) {
      needs.log.error('storage.notOpened', { error });
    }
  }
  const opened = await openStore(location(needs, false));
  if (!('store' in opened)) throw new EngineError('storageUnavailable');
  return { opened, persistent: false, error: needs.key ? { code: 'storageUnavailable' } : null };
}

/** Opens the databases and keeps them open: a worker that dies is started anew, unless that happens again and again. */
export async function openStorage(needs: StorageNeeds): Promise<Storage> {
  const first = await openFirst(needs);
  const reopened = createEmitter<null>();
  let current: OpenedStore = first.opened;
  let restarts: number[] = [];
  let closed = false;

  const reopen = async (): Promise<void> => {
    const now = needs.clock.mono();
    restarts = [...restarts.filter((at) => now - at < RESTART_WINDOW_MS), now];
    needs.log.error('storage.workerDied', { restarts: restarts.length });
    if (closed || restarts.length > MAX_RESTARTS) return;
    const next = await openStore(location(needs, first.persistent));
    if (!('store' in next)) return;
    current = next;
    watch(next);
    reopened.emit(null);
  };
  const watch = (opened: OpenedStore): void => {
    opened.onDied(() => {
      reopen().catch((error: unknown) => needs.log.error('storage.notReopened', { error }));
    });
  };
  watch(current);

  const call = (port: 'store' | 'state') => (name: string, args: unknown[]): Promise<unknown> => {
    const calls = current[port] as unknown as Readonly<Record<string, (...values: unknown[]) => Promise<unknown>>>;
    return calls[name]?.(...args) ?? Promise.reject(new EngineError('internal'));
  };
  const close = (): Promise<void> => {
    closed = true;
    return current.store.close();
  };
  const rebuilt = first.opened.outcome === 'rebuilt' || first.opened.stateOutcome === 'rebuilt';
  return {
    store: { ...portOf<Omit<Store, 'close'>>(STORE_CALLS, call('store')), close },
    state: portOf<StateStore>(STATE_CALLS, call('state')),
    persistent: first.persistent,
    stateLost: first.opened.stateOutcome === 'rebuilt',
    notices: rebuilt ? [{ code: 'databaseRebuilt' }] : [],
    error: first.error,
    onReopened: (listener) => reopened.on(() => listener()),
  };
}
