import type { StateStore } from '../../core/store/store.ts';
import { endlessCalls } from './livelock.ts';

/** A StateStore in memory that can be made to fail, to wait, and to crash. */
export interface MemoryState extends StateStore {
  /** Every completed `set` and `delete`, in order. */
  readonly log: { readonly op: 'set' | 'delete'; readonly key: string }[];
  /** What is on the pretended disk. */
  readonly disk: Map<string, Uint8Array>;
  /** While true, `set` rejects and writes nothing. */
  failWrites: boolean;
  /** While true, `get` rejects. */
  failReads: boolean;
  /** Awaited before each `set` takes effect; a crash in between loses it. */
  beforeSet: ((key: string) => Promise<void>) | null;
  /** Hears of writes without an end, after which no `set` is ever answered again. By itself it fails the test from outside. */
  onEndless: (error: Error) => void;
  /** The process dies: this store never writes again, the returned one holds what was on disk. */
  crash(): MemoryState;
}

/** Makes a {@link MemoryState}. */
export function memoryState(initial: Iterable<readonly [string, Uint8Array]> = []): MemoryState {
  let alive = true;
  const disk = new Map<string, Uint8Array>(initial);
  const endless = endlessCalls();
  const dead = (): Promise<never> => new Promise(() => undefined);
  const store: MemoryState = {
    log: [],
    disk,
    failWrites: false,
    failReads: false,
    beforeSet: null,
    onEndless(error) {
      throw error;
    },
    async get(key) {
      if (!alive) return dead();
      if (store.failReads) throw new Error('read failed');
      return disk.get(key)?.slice() ?? null;
    },
    async set(key, value) {
      if (endless()) {
        const error = new Error(`The state was written more than 10000 times in one turn of the event loop, the last time as "${key}".`);
        // Nobody may be there who awaits this write, so it is thrown where nothing catches it.
        setImmediate(() => store.onEndless(error));
        return dead();
      }
      await store.beforeSet?.(key);
      if (!alive) return dead();
      if (store.failWrites) throw new Error('disk full');
      disk.set(key, value.slice());
      store.log.push({ op: 'set', key });
    },
    async delete(key) {
      if (!alive) return dead();
      if (store.failWrites) throw new Error('disk full');
      if (disk.delete(key)) store.log.push({ op: 'delete', key });
    },
    crash() {
      alive = false;
      return memoryState(disk);
    },
  };
  return store;
}
