import { onTestFinished } from 'vitest';
import type { EngineError } from '../../core/engine-error.ts';
import { silentLogger } from '../../core/log.ts';
import type { ListAbilities } from '../../core/sync/abilities.ts';
import { createSyncEngine } from '../../core/sync/engine.ts';
import type { PassInfo } from '../../core/sync/options.ts';
import type { ItemsStored, SyncEngine, SyncStatus } from '../../core/sync/port.ts';
import type { Store } from '../../core/store/store.ts';
import { fakeClock } from './fake-clock.ts';
import type { FakeClock } from './fake-clock.ts';
import { T0 } from './records.ts';
import { scriptedApi } from './scripted-api.ts';
import type { ScriptedApi, ScriptedOptions } from './scripted-api.ts';
import { tempStore } from './temp-store.ts';

/** An engine on a real store in memory and a scripted server, with everything it said. */
export interface SyncBench {
  readonly clock: FakeClock;
  readonly api: ScriptedApi;
  readonly store: Store;
  readonly engine: SyncEngine;
  readonly passes: PassInfo[];
  readonly stored: ItemsStored[];
  readonly statuses: SyncStatus[];
  /** Calls made since the last look. */
  newCalls(): ScriptedApi['calls'];
  /** Another engine on the same store and server, as after a restart. */
  restart(): Promise<SyncEngine>;
}

/** What a bench may be told; defaults are the friendly case and no jitter (rng 0.5). */
export type BenchOptions = Omit<ScriptedOptions, 'clock'> & {
  readonly believes?: ListAbilities;
  readonly intervalSeconds?: number;
  readonly rng?: () => number;
  readonly requestsPerMinute?: () => number;
  readonly fails?: (call: ScriptedApi['calls'][number]) => EngineError | null;
  /** What the engine is given in place of the store. */
  readonly wrap?: (store: Store) => Store;
};

/** Makes a {@link SyncBench}; nothing has started. */
export async function syncBench(options: BenchOptions = {}): Promise<SyncBench> {
  const { believes = { since: true, sorted: true }, intervalSeconds = 30, rng = () => 0.5, requestsPerMinute, fails, wrap = (whole) => whole, ...server } = options;
  const clock = fakeClock(T0);
  const api = scriptedApi({ ...server, clock });
  if (fails) api.onCall = fails;
  const { store } = await tempStore();
  const passes: PassInfo[] = [];
  const stored: ItemsStored[] = [];
  const statuses: SyncStatus[] = [];
  const make = (): SyncEngine => {
    const engine = createSyncEngine({
      client: api, store: wrap(store), clock, logger: silentLogger, intervalSeconds, rng,
      abilities: () => believes,
      ...(requestsPerMinute ? { requestsPerMinute } : {}),
      onPassComplete: (info) => void passes.push(info),
    });
    engine.onStored((items) => stored.push(items));
    engine.onStatus((status) => statuses.push(status));
    return engine;
  };
  let engine = make();
  let looked = 0;
  onTestFinished(async () => {
    await engine.dispose();
    await store.close();
  });
  return {
    clock, api, store, passes, stored, statuses,
    get engine() {
      return engine;
    },
    newCalls() {
      const calls = api.calls.slice(looked);
      looked = api.calls.length;
      return calls;
    },
    async restart() {
      await engine.dispose();
      engine = make();
      return engine;
    },
  };
}

/** Runs the first sync and one pass, and forgets the calls it made. */
export async function goLive(bench: SyncBench): Promise<void> {
  bench.engine.start();
  await bench.clock.advance(100);
  if (bench.engine.status().phase !== 'live') throw new Error(`not live: ${JSON.stringify(bench.engine.status())}`);
  bench.newCalls();
  bench.passes.length = 0;
}
