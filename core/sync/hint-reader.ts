import type { Entity } from '../../contract/entity.ts';
import { readDelta } from './delta.ts';
import type { Health } from './health.ts';
import type { HintTask } from './hint-desk.ts';
import type { ItemAnswer } from './item-look.ts';
import type { StreamTools } from './stream-tools.ts';
import { EngineError } from '../engine-error.ts';
import { failureKind } from './failure.ts';

/** Fetches what hints named. */
export interface HintReader {
  /**
   * Resolves with the ids that were new, changed, deleted or gone. An item the server does not give and the copy does
   * not have is let be: the hint is untrusted and may name anything. Rejects when the reading itself failed.
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
  const { client, store, commit, items, signal, logger } = tools;
  const strikes = new Map<Entity, number>();
  let ignored = 0;

  const canGet = (entity: Entity): boolean => client.can(entity, 'get') && (items.works(entity) || (strikes.get(entity) ?? 0) < STRIKES);
  const lives = async (entity: Entity, id: string): Promise<boolean> => (await store.record(entity, id))?.deletedAt === null;
  const readChanges = async (entity: Entity): Promise<readonly string[]> => (await readDelta(entity, 'hint', tools)).fresh;
  const ignore = (entity: Entity, error: unknown): void => {
    ignored += 1;
    logger.info('sync.hintIgnored', { entity, error: String(error) });
  };

  /** An item that is here and cannot be had may have been deleted, which only the list can say; where it does not, the item is gone. */
  const refused = async (entity: Entity, id: string, answer: ItemAnswer & { row: null }): Promise<readonly string[]> => {
    ignore(entity, answer.error);
    if (!items.works(entity)) {
      strikes.set(entity, (strikes.get(entity) ?? 0) + 1);
      return readChanges(entity);
    }
    if (!(await lives(entity, id))) return [];
    const fresh = await readChanges(entity);
    if (!(await lives(entity, id)) || !(await answer.proven())) return fresh;
    const { how, asked } = answer;
    return [...fresh, ...(await commit({ entity, rows: [], quarantined: [], source: 'hint', baseline: false, gone: [{ id, how }], asked }))];
  };
  const readOne = (entity: Entity, id: string): Promise<readonly string[]> =>
    items.look(entity, id, { lane: 'delta', signal }, async (answer) => {
      if (answer.row === null) return refused(entity, id, answer);
      strikes.delete(entity);
      const { row, asked } = answer;
      await tools.beforeStoring(entity, [row], 'hint');
      return commit({ entity, rows: [row], quarantined: [], source: 'hint', baseline: false, asked });
    });
  const readOneOrChanges = async (entity: Entity, id: string): Promise<readonly string[]> => {
    try {
      return await readOne(entity, id);
    } catch (error) {
      // The answer cannot be read: what it is about may still come with the list.
      if (failureKind(error) !== 'entity' || (error instanceof EngineError && error.code === 'serverError')) throw error;
      ignore(entity, error);
      if (!items.works(entity)) strikes.set(entity, (strikes.get(entity) ?? 0) + 1);
      else if (!(await lives(entity, id))) return [];
      return readChanges(entity);
    }
  };

  return {
    canGet,
    ignored: () => ignored,
    async read({ entity, id }) {
      // Without a baseline the first sync brings it; set aside, the retry does.
      if (!health.open(entity) || (await store.stream(entity)).watermark === null) return [];
      return id === null ? readChanges(entity) : readOneOrChanges(entity, id);
    },
  };
}
