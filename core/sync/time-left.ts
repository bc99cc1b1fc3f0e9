import type { Entity } from '../../contract/entity.ts';
import type { Clock } from '../clock.ts';

/** What the first sync still has before it, measured by what it had behind it. */
export interface TimeLeft {
  /** How many rows an entity has in all, when that is known, and how many of them are here. */
  learn(entity: Entity, total: number | null, here: number): void;
  /** An entity needs no reading, or no more of it. */
  finished(entity: Entity): void;
  /** A request is over that brought so many rows. */
  asked(rows: number): void;
  /** Entities that are still to be read and whose size was never asked for. */
  unknown(): readonly Entity[];
  /** Requests that are still needed, for one entity or for all; null while that cannot be told. */
  pages(entity?: Entity): number | null;
  /** Milliseconds until everything is read; null while that cannot be told. */
  ms(): number | null;
}

/** The pace is that of the pages of so many milliseconds, so that waiting for the budget counts in it. */
const MEMORY_MS = 5 * 60_000;
/** Pages before a pace is told. */
const LEAST_PAGES = 3;
/** Pages remembered at most. */
const MOST_PAGES = 200;

/** Makes a {@link TimeLeft} of the entities that the first sync reads. */
export function createTimeLeft(clock: Clock, entities: readonly Entity[]): TimeLeft {
  const totals = new Map<Entity, number | null>();
  const done = new Map<Entity, number>();
  const open = new Set(entities);
  let pageSize = 0;
  let times: number[] = [];

  const pages = (one?: Entity): number | null => {
    let sum = 0;
    for (const entity of one ? [one] : open) {
      const total = totals.get(entity) ?? null;
      if (total === null || pageSize === 0) return null;
      sum += Math.ceil(Math.max(0, total - (done.get(entity) ?? 0)) / pageSize);
    }
    return sum;
  };
  return {
    learn(entity, total, here) {
      totals.set(entity, total);
      done.set(entity, here);
    },
    finished: (entity) => void open.delete(entity),
    asked(rows) {
      pageSize = Math.max(pageSize, rows);
      const now = clock.mono();
      times = [...times, now].filter((at, index, all) => now - at <= MEMORY_MS || index >= all.length - LEAST_PAGES).slice(-MOST_PAGES);
    },
    unknown: () => [...open].filter((entity) => !totals.has(entity)),
    pages,
    ms() {
      const [first] = times;
      const left = pages();
      if (left === null || first === undefined || times.length < LEAST_PAGES) return null;
      return Math.round((left * (clock.mono() - first)) / (times.length - 1));
    },
  };
}
