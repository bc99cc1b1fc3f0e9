import type { Entity } from '../../contract/entity.ts';
import type { AnyRecord } from '../../contract/models/records.ts';
import type { Logger } from '../log.ts';
import type { ListAbilities } from './abilities.ts';

/** How an entity's changes can be asked for. */
export type Way = 'oldestSince' | 'unorderedSince' | 'newestFirst' | 'everything';

/** Slack before a row counts as older than what was asked for, in milliseconds: servers cut times to seconds or minutes. */
const SINCE_SLACK_MS = 60_000;

/**
 * Which way is in use for each entity. It begins with the profile's word and believes the server over it: the profile
 * is a guess until confirmed, and a server that does not know a parameter commonly ignores it without a word.
 */
export interface Ways {
  of(entity: Entity): Way;
  /** Compares rows with what was asked for. True when they contradict it: {@link Ways.of} answers differently from now on. */
  refuted(entity: Entity, asked: Way, since: number, rows: readonly AnyRecord[]): boolean;
}

function ordered(rows: readonly AnyRecord[], direction: 1 | -1): boolean {
  const times = rows.flatMap(({ updatedAt }) => (updatedAt === null ? [] : [updatedAt]));
  return times.every((time, index) => index === 0 || (time - (times[index - 1] ?? time)) * direction >= 0);
}

function contradiction(way: Way, since: number, rows: readonly AnyRecord[]): keyof ListAbilities | null {
  const filtered = way === 'oldestSince' || way === 'unorderedSince';
  if (filtered && rows.some(({ updatedAt }) => updatedAt !== null && updatedAt < since - SINCE_SLACK_MS)) return 'since';
  if (way === 'oldestSince' && !ordered(rows, 1)) return 'sorted';
  if (way === 'newestFirst' && !ordered(rows, -1)) return 'sorted';
  return null;
}

/** Makes {@link Ways}; what it learns is forgotten with it. */
export function createWays(abilities: (entity: Entity) => ListAbilities, logger: Logger): Ways {
  const learned = new Map<Entity, ListAbilities>();
  const of = (entity: Entity): ListAbilities => learned.get(entity) ?? abilities(entity);
  return {
    of(entity) {
      const { since, sorted } = of(entity);
      if (since) return sorted ? 'oldestSince' : 'unorderedSince';
      return sorted ? 'newestFirst' : 'everything';
    },
    refuted(entity, asked, since, rows) {
      const wrong = contradiction(asked, since, rows);
      if (wrong === null) return false;
      learned.set(entity, { ...of(entity), [wrong]: false });
      logger.warn('sync.parameterIgnored', { entity, parameter: wrong });
      return true;
    },
  };
}
