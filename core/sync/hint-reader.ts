import type { Entity } from '../../contract/entity.ts';
import { EngineError } from '../engine-error.ts';
import { readDelta } from './delta.ts';
import { failureKind } from './failure.ts';
import type { Health } from './health.ts';
import type { HintTask } from './hint-desk.ts';
import type { StreamTools } from './stream-tools.ts';

/** Fetches what hints named. */
export interface HintReader {
  /**
   * Resolves with the ids that were new, changed or deleted. An item the server does not give is let be: the hint is
   * untrusted and may name anything. Rejects when the reading itself failed.
   */
  read(task: HintTask): Promise<readonly string[]>;
  /** Whether fetching one item of this entity by id is possible and has not been found useless. */
  canGet(this: void, entity: Entity): boolean;
  /** Fetches that brought no item. */
  ignored(): number;
}

/** Fetches by id that failed before any worked, after which the profile's guess at them counts as wrong. */
const STRIKES = 3;

/** Makes a {@link HintReader}. */
export function createHintReader(tools: StreamTools, health: Health): HintReader {
  const { client, store, commit, signal, logger } = tools;
  const proven = new Set<Entity>();
  const strikes = new Map<Entity, number>();
  let ignored = 0;

  const canGet = (entity: Entity): boolean => client.can(entity, 'get') && (strikes.get(entity) ?? 0) < STRIKES;

  const readOne = async (entity: Entity, id: string): Promise<readonly string[]> => {
    const { row } = await client.get<Entity>(entity, id, { lane: 'delta', signal });
    proven.add(entity);
    strikes.delete(entity);
    await tools.beforeStoring(entity, [row], 'hint');
    return commit({ entity, rows: [row], quarantined: [], source: 'hint', baseline: false });
  };
  const lives = async (entity: Entity, id: string): Promise<boolean> => (await store.record(entity, id))?.deletedAt === null;
  const refusedItem = (error: unknown): boolean => {
    const aboutServer = error instanceof EngineError && error.code === 'serverError';
    return !aboutServer && (failureKind(error) === 'entity' || failureKind(error) === 'permission');
  };
  const readOneOrChanges = async (entity: Entity, id: string): Promise<readonly string[]> => {
    try {
      return await readOne(entity, id);
    } catch (error) {
      if (!refusedItem(error)) throw error;
      ignored += 1;
      logger.info('sync.hintIgnored', { entity, error: String(error) });
      if (!proven.has(entity)) strikes.set(entity, (strikes.get(entity) ?? 0) + 1);
      else if (!(await lives(entity, id))) return [];
      // An item that is here and cannot be had may have been deleted, which only the list can say.
      return (await readDelta(entity, 'hint', tools)).fresh;
    }
  };

  return {
    canGet,
    ignored: () => ignored,
    async read({ entity, id }) {
      // Without a baseline the first sync brings it; set aside, the retry does.
      if (!health.open(entity) || (await store.stream(entity)).watermark === null) return [];
      return id === null ? (await readDelta(entity, 'hint', tools)).fresh : readOneOrChanges(entity, id);
    },
  };
}
