import type { AppError } from '../../contract/result.ts';
import type { Notice } from '../../contract/status.ts';
import type { Clock } from '../../core/clock.ts';
import { createEmitter } from '../../core/emitter.ts';
import { EngineError } from '../../core/engine-error.ts';
import type { Logger } from '../../core/log.ts';
import type { Secret } from '../../core/secret.ts';
import { saysBroken } from '../../core/store/driver/faults.ts';
import { CACHE_FILE, MEMORY, STATE_FILE } from '../../core/store/open-store.ts';
import type { OpenedStore, StoreFile } from '../../core/store/open-store.ts';
import { portOf, STATE_CALLS, STORE_CALLS } from '../../core/store/sync-calls.ts';
import type { StateStore, Store } from '../../core/store/store.ts';
import { openStore } from '../../core/store/worker/remote.ts';
import type { StorePort } from '../../core/store/worker/remote.ts';
import { openRateLedger } from './rate-ledger.ts';
import { rememberState } from './remember-state.ts';

/** Where the databases are, what opens them, and how to start the worker they live in. */
export interface StorageNeeds {
  readonly folder: string;
  /** 64 hexadecimal digits; null keeps everything in memory. */
  readonly key: Secret | null;
  /** What the last run wrote is not in the folder any more; see `OpenedVault.dataLost`. */
  readonly dataLost?: boolean;
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
  /** The rate ledger was lost, or cannot be kept. */
  readonly stateLost: boolean;
  /** What opening found. */
  readonly notices: readonly Notice[];
  /** Why nothing is kept although it could be; null while all is well. */
  readonly error: AppError | null;
  /** The files were opened anew: whoever remembers rows asks again. */
  onReopened(listener: () => void): () => void;
  /** What a later opening found. */
  onNotice(listener: (notice: Notice) => void): () => void;
}

/** Restarts of a worker that keeps dying or files that keep breaking, in any minute. */
const MAX_RESTARTS = 3;
const RESTART_WINDOW_MS = 60_000;
/** Pause before files that could not be opened again are tried once more. */
const RETRY_MS = 30_000;

function location(needs: StorageNeeds, persistent: boolean, distrusted: readonly StoreFile[] = []): Parameters<typeof openStore>[0] {
  const key = persistent && needs.key ? Uint8Array.from(Buffer.from(needs.key.reveal(), 'hex')) : null;
  return { directory: key ? needs.folder : MEMORY, key, clock: needs.clock, spawn: needs.spawn, besideNewer: true, distrusted };
}

async function openHere(place: Parameters<typeof openStore>[0]): Promise<OpenedStore> {
  const opened = await openStore(place);
  if (!('store' in opened)) throw new EngineError('storageUnavailable');
  return opened;
}

/** Opens files where there is a key, memory where there is none or the files refuse: a start never fails for them. */
async function openFirst(needs: StorageNeeds): Promise<{ opened: OpenedStore; persistent: boolean; error: AppError | null }> {
  if (needs.key) {
    try {
      return { opened: await openHere(location(needs, true)), persistent: true, error: null };
    } catch (error) {
      needs.log.error('storage.notOpened', { error });
    }
  }
  return { opened: await openHere(location(needs, false)), persistent: false, error: needs.key ? { code: 'storageUnavailable' } : null };
}

/** `wereThere`: both files were there before, so one that was made anew is one that was lost. */
function noticesOf({ outcome, stateOutcome, newer }: OpenedStore, wereThere = false): Notice[] {
  const lost = (found: OpenedStore['outcome']): boolean => found === 'rebuilt' || (wereThere && found === 'created');
  const rebuilt: Notice[] = lost(outcome) || lost(stateOutcome) ? [{ code: 'databaseRebuilt' }] : [];
  return newer.length > 0 ? [...rebuilt, { code: 'databaseNewer' }] : rebuilt;
}

/** Why files are opened anew. `damaged`: this file answered a call with an error that says so. */
type Why = { readonly damaged: StoreFile | null };

/**
 * Opens the databases and keeps them open: a worker that dies is started anew, and a file that turns out to be damaged is
 * moved aside and begun anew, unless that happens again and again. Calls made meanwhile wait.
 */
export async function openStorage(needs: StorageNeeds): Promise<Storage> {
  const first = await openFirst(needs);
  const reopened = createEmitter<null>();
  const noticed = createEmitter<Notice>();
  const damage = new Map<StoreFile, number>();
  let current: OpenedStore = first.opened;
  let error = first.error;
  let reopening: Promise<void> | null = null;
  let cancelRetry: () => void = () => undefined;
  let restarts: number[] = [];
  let closed = false;

  const replace = async (why: Why): Promise<void> => {
    if (why.damaged !== null) {
      damage.set(why.damaged, (damage.get(why.damaged) ?? 0) + 1);
      await current.store.close().catch(() => undefined);
    }
    // Found damaged once more although the checks at opening passed it: they do not see this damage.
    const distrusted = [...damage].filter(([file, times]) => file === why.damaged && times > 1).map(([file]) => file);
    const next = await openHere(location(needs, first.persistent, distrusted));
    if (closed) return next.store.close();
    current = next;
    error = first.error;
    watch(next);
    if (next.stateOutcome !== 'opened') await remembered.giveBack(next.state).catch((cause: unknown) => needs.log.error('storage.stateNotGivenBack', { error: cause }));
    for (const notice of noticesOf(next, first.persistent)) noticed.emit(notice);
  };
  const reopen = (why: Why): void => {
    if (closed || reopening !== null) return;
    const now = needs.clock.mono();
    restarts = [...restarts.filter((at) => now - at < RESTART_WINDOW_MS), now];
    needs.log.error(why.damaged === null ? 'storage.workerDied' : 'storage.damaged', { restarts: restarts.length, file: why.damaged });
    if (restarts.length > MAX_RESTARTS) {
      error = { code: 'storageUnavailable' };
      return;
    }
    reopening = replace(why)
      .then(() => true, (cause: unknown) => {
        needs.log.error('storage.notReopened', { error: cause });
        error = { code: 'storageUnavailable' };
        if (!closed) cancelRetry = needs.clock.after(RETRY_MS, () => reopen({ damaged: null }));
        return false;
      })
      .then((worked) => {
        reopening = null;
        if (worked && !closed) reopened.emit(null);
      });
  };
  const watch = (opened: OpenedStore): void => {
    opened.onDied(() => reopen({ damaged: null }));
  };

  const call = (port: 'store' | 'state') => async (name: string, args: unknown[]): Promise<unknown> => {
    await reopening;
    const asked = current;
    const calls = asked[port] as unknown as Readonly<Record<string, (...values: unknown[]) => Promise<unknown>>>;
    try {
      return await (calls[name]?.(...args) ?? Promise.reject(new EngineError('internal')));
    } catch (cause) {
      // Several calls may fail for the same damage; the first has it seen to.
      if (asked === current && saysBroken(cause)) reopen({ damaged: port === 'store' ? CACHE_FILE : STATE_FILE });
      throw cause;
    }
  };
  const remembered = rememberState(portOf<StateStore>(STATE_CALLS, call('state')));
  watch(current);
  const { outcome, stateOutcome, newer } = first.opened;
  const ledger = await openRateLedger({
    folder: needs.folder, inner: remembered.state, persistent: first.persistent, log: needs.log,
    innerLost: needs.dataLost === true || stateOutcome === 'rebuilt' || (stateOutcome === 'created' && (newer.includes(STATE_FILE) || outcome !== 'created')),
  });

  return {
    store: {
      ...portOf<Omit<Store, 'close'>>(STORE_CALLS, call('store')),
      async close() {
        closed = true;
        cancelRetry();
        await reopening;
        await current.store.close();
      },
    },
    state: ledger.state,
    persistent: first.persistent,
    stateLost: ledger.lost,
    notices: noticesOf(first.opened),
    get error() {
      return error;
    },
    onReopened: (listener) => reopened.on(() => listener()),
    onNotice: (listener) => noticed.on(listener),
  };
}
