import { ENTITIES } from '../../contract/entity.ts';
import type { Entity, QueueEntity } from '../../contract/entity.ts';
import type { ApiProfile } from '../../contract/profile/schema.ts';
import type { AnyRecord } from '../../contract/models/records.ts';
import { parseBaseUrl } from '../../core/api/base-url.ts';
import { createApiClient } from '../../core/api/client.ts';
import { createNormaliser } from '../../core/api/normalise/normalise.ts';
import type { Fetch } from '../../core/api/port.ts';
import { createGovernor } from '../../core/governor/governor.ts';
import type { Governor, Slot } from '../../core/governor/port.ts';
import { silentLogger } from '../../core/log.ts';
import { Secret } from '../../core/secret.ts';
import type { Store } from '../../core/store/store.ts';
import { listAbilities } from '../../core/sync/abilities.ts';
import { createItemLook } from '../../core/sync/item-look.ts';
import { createSyncEngine } from '../../core/sync/engine.ts';
import type { SyncEngine } from '../../core/sync/port.ts';
import { createItemRefresher } from '../../main/engine/item-refresher.ts';
import type { ItemRefresher } from '../../main/engine/item-refresher.ts';
import { DIALECTS } from '../../simulator/dialects/dialects.ts';
import type { DialectName } from '../../simulator/dialects/dialects.ts';
import { createInProcessSimulator } from '../../simulator/in-process.ts';
import type { InProcessSimulator } from '../../simulator/in-process.ts';
import type { TimeFaults } from '../../simulator/row-times.ts';
import { memoryState } from './memory-state.ts';
import { quietClock } from './quiet-clock.ts';
import type { QuietClock } from './quiet-clock.ts';
import { T0 } from './records.ts';
import { tempStore } from './temp-store.ts';

/** How a world is made; with the same options it is the same world. */
export interface WorldChoices {
  readonly seed: number;
  readonly dialect: DialectName;
  readonly tickets: number;
  /** Rows the client asks for at once; where the server decides, it is the server's choice. */
  readonly pageSize: number;
  readonly times: TimeFaults;
  readonly dateSkewMs: number;
  /** The real governor with so many requests a minute; null: one that never makes anybody wait. */
  readonly budget: number | null;
}

/** The whole engine on real parts in one process: simulator, client, normaliser, governor, store in memory. One clock moves all of it. */
export interface ConvergenceWorld {
  readonly clock: QuietClock;
  readonly simulator: InProcessSimulator;
  readonly store: Store;
  /** The engine of now; a restart makes another. */
  engine(): SyncEngine;
  /** Ends the engine wherever it is and begins another on the same store, as after the process was killed. */
  restart(): Promise<void>;
  /** Opens an item, as a person does who clicks on it. */
  open(entity: QueueEntity, id: string): void;
  /** Called as each request arrives, before the server looks at it. */
  onRequest: (this: void) => void;
  requests(): number;
  /** What differs between the server's full lists and what the copy shows; empty when they are equal. */
  differences(): Promise<string[]>;
  /** Rows compared so far. */
  compared(): number;
  dispose(): Promise<void>;
}

const INTERVAL_SECONDS = 300;

function unlimited(): Governor {
  const slot: Slot = { done: () => undefined, unknown: () => undefined, unsent: () => undefined, blocked: () => undefined, pressed: () => undefined };
  return {
    acquire: () => Promise.resolve(slot),
    status: () => ({ used: 0, budget: 300, blockedUntil: null, blockedAgain: false, waiting: 0, pace: 100 }),
    setBudget: () => undefined,
    onChange: () => () => undefined,
    dispose: () => undefined,
  };
}

/** A profile whose pages hold so many rows at most. */
function withPages(profile: ApiProfile, size: number): ApiProfile {
  const shrink = (operation: ApiProfile['versions'][number]['operations'][keyof ApiProfile['versions'][number]['operations']]): typeof operation =>
    operation && 'paging' in operation && operation.paging.style !== 'none' ? { ...operation, paging: { ...operation.paging, size } } : operation;
  const versions = profile.versions.map((version) => ({ ...version, operations: Object.fromEntries(Object.entries(version.operations).map(([name, operation]) => [name, shrink(operation)])) }));
  return { ...profile, versions };
}

const decidesItself = (profile: ApiProfile): boolean =>
  profile.versions.some(({ operations }) => Object.values(operations).some((operation) => operation && 'paging' in operation && operation.paging.style !== 'none' && operation.paging.sizeParam === null));

/** Makes a {@link ConvergenceWorld}; nothing was read yet, and the engine has not started. */
export async function convergenceWorld(choices: WorldChoices): Promise<ConvergenceWorld> {
  const { seed, tickets, times, dateSkewMs, budget } = choices;
  let activity = 0;
  const clock = quietClock(T0, () => activity);
  const spoken = DIALECTS[choices.dialect].profile;
  const profile = withPages(spoken, choices.pageSize);
  const simulator = createInProcessSimulator({
    seed, tickets, times, dateSkewMs,
    // A server that decides the size of its pages needs the small one itself; it then spells its keys plainly.
    ...(decidesItself(spoken) ? { profile } : { dialect: choices.dialect }),
    realTime: () => T0 + clock.mono(), after: (ms, run) => clock.after(ms, run),
    ...(budget === null ? { rateRules: { limit: 1_000_000, blockMs: 60_000 } } : {}),
  });
  const { store } = await tempStore();
  const state = memoryState();
  let roll = seed >>> 0;
  const rng = (): number => (roll = (Math.imul(roll, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  let token = { token: new Secret(simulator.apiToken), generation: 0 };
  let requests = 0;
  let compared = 0;
  const stir = <T>(value: T): T => {
    activity += 1;
    return value;
  };
  const fetch: Fetch = async (url, init) => {
    requests += 1;
    world.onRequest();
    return stir(await simulator.fetch(url, init));
  };
  const make = (): { readonly engine: SyncEngine; readonly governor: Governor; readonly refresher: ItemRefresher } => {
    const governor = budget === null ? unlimited() : createGovernor({ clock, state, budget });
    const client = createApiClient({
      profile, baseUrl: parseBaseUrl(simulator.baseUrl.replace('http:', 'https:')), fetch, governor, clock,
      tokens: {
        current: async () => token,
        async rejected(generation) {
          if (generation === token.generation) token = { token: new Secret(simulator.parts.tokens.issue().apiToken), generation: generation + 1 };
        },
      },
    });
    const counted: Store = { ...store, commitPage: async (page) => stir(await store.commitPage(page)) };
    const items = createItemLook({ client, clock });
    const refresher = createItemRefresher({ client, items, store: counted, clock, log: silentLogger, onStored: () => undefined });
    const engine = createSyncEngine({
      client, items, store: counted, clock, logger: silentLogger, intervalSeconds: INTERVAL_SECONDS, rng,
      abilities: (entity) => listAbilities(profile, entity),
      onPassComplete: () => undefined,
      requestsPerMinute: () => governor.status().budget,
    });
    return { engine, governor, refresher };
  };
  let current = make();
  const end = async (): Promise<void> => {
    const { engine, governor, refresher } = current;
    await Promise.all([engine.dispose(), refresher.dispose()]);
    governor.dispose();
  };

  const normalise = createNormaliser(profile);
  const onServer = (entity: Entity): AnyRecord[] => {
    const { collections } = simulator.parts.world;
    const { rows } = collections[entity].list({ since: null, descending: true, offset: 0, limit: 1_000_000 });
    return rows.map((item) => {
      // As it travels: what JSON cannot say is not on the wire.
      const read = normalise(entity, JSON.parse(JSON.stringify(simulator.parts.wire.row(entity, item))) as unknown);
      if (!('record' in read)) throw new Error(`a row of ${entity} cannot be read: ${read.quarantined.reason}`);
      return read.record;
    });
  };
  const compare = async (entity: Entity): Promise<string[]> => {
    const rows = onServer(entity);
    const ids = new Set(rows.map(({ id }) => id));
    // No walk has this number, so every row that is shown is one it did not meet.
    const shown = new Set(await store.unseen(entity, Number.MAX_SAFE_INTEGER, 1_000_000));
    compared += rows.length;
    const found = [...shown].filter((id) => !ids.has(id)).map((id) => `${entity} ${id}: shown here, not there`);
    for (const row of rows) {
      if (!shown.has(row.id)) found.push(`${entity} ${row.id}: there, not shown here`);
      else if (canonical(await store.record(entity, row.id)) !== canonical(row)) found.push(`${entity} ${row.id}: differs`);
    }
    return found;
  };

  const world: ConvergenceWorld = {
    clock, simulator, store,
    engine: () => current.engine,
    async restart() {
      await end();
      current = make();
      current.engine.start();
    },
    open: (entity, id) => void current.refresher.fetch(entity, id).catch(() => undefined),
    onRequest: () => undefined,
    requests: () => requests,
    async differences() {
      const found: string[] = [];
      for (const entity of ENTITIES) found.push(...(await compare(entity)));
      return found;
    },
    compared: () => compared,
    async dispose() {
      await end();
      simulator.dispose();
      await store.close();
    },
  };
  return world;
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner));
}
