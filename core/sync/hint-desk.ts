import type { Entity } from '../../contract/entity.ts';
import type { Clock } from '../clock.ts';
import { createAllowance } from './allowance.ts';
import { isQueueEntity } from './queue-entity.ts';

/** What to fetch because of hints. */
export interface HintTask {
  readonly entity: Entity;
  /** The one item; null: read the entity's changes, which covers any number of hints with one request. */
  readonly id: string | null;
  /** If it brings nothing new, look once more: the hint may have come before the server's own commit. */
  readonly recheck: boolean;
}

/**
 * Collects hints and says what to fetch, and when. Anyone who learns the listener's address can send any number of
 * them, so whatever comes, what is remembered and what is fetched stays bounded.
 */
export interface HintDesk {
  add(entity: Entity, id: string): void;
  /** Takes what is due. What is added from now on leads to another fetch. */
  take(): HintTask[];
  /** Milliseconds until something is due; null when nothing waits. */
  nextDue(): number | null;
  /** A task failed: it waits again. */
  putBack(tasks: readonly HintTask[]): void;
  /** A task brought nothing new: it is looked at once more. */
  again(task: HintTask): void;
}

/** Limits; times in milliseconds. */
const COALESCE = { least: 150, spread: 100 };
const APART_MS = 2000;
const RECHECK_MS = 1500;
const WIDE_APART_MS = { queue: 5000, other: 30_000 };
/** Items fetched singly at once; of more, the entity's changes are read. */
const MOST_SINGLE = 2;
/** Items remembered for one entity. */
const MOST_WAITING = 32;
const PURSE = { size: 20, refillMs: 2000 };

interface Waiting {
  dueAt: number;
  recheck: boolean;
}

/** Makes a {@link HintDesk}. `canGet` says whether one item of an entity can be fetched by id. */
export function createHintDesk(options: { readonly clock: Clock; readonly rng: () => number; readonly canGet: (entity: Entity) => boolean }): HintDesk {
  const { clock, rng, canGet } = options;
  const singles = new Map<Entity, Map<string, Waiting>>();
  const wides = new Map<Entity, Waiting>();
  const fetchedAt = new Map<string, number>();
  const widelyReadAt = new Map<Entity, number>();
  const purse = createAllowance(clock, PURSE.size, PURSE.refillMs);

  const widen = (entity: Entity, dueAt: number, recheck: boolean): void => {
    singles.delete(entity);
    const apart = isQueueEntity(entity) ? WIDE_APART_MS.queue : WIDE_APART_MS.other;
    const earliest = (widelyReadAt.get(entity) ?? Number.NEGATIVE_INFINITY) + apart;
    const waiting = wides.get(entity);
    wides.set(entity, { dueAt: Math.max(earliest, Math.min(dueAt, waiting?.dueAt ?? dueAt)), recheck: recheck || (waiting?.recheck ?? false) });
  };
  const wait = (entity: Entity, id: string, dueAt: number, recheck: boolean): void => {
    if (wides.has(entity)) return widen(entity, dueAt, recheck);
    const ids = singles.get(entity) ?? new Map<string, Waiting>();
    const waiting = ids.get(id);
    ids.set(id, { dueAt: Math.min(dueAt, waiting?.dueAt ?? dueAt), recheck: recheck || (waiting?.recheck ?? false) });
    singles.set(entity, ids);
    if (ids.size > MOST_WAITING) widen(entity, dueAt, true);
  };
  const dueSingles = (entity: Entity, ids: Map<string, Waiting>, now: number): HintTask[] => {
    const due = [...ids].filter(([, { dueAt }]) => dueAt <= now);
    if (due.length === 0) return [];
    if (!canGet(entity) || due.length > MOST_SINGLE || !due.every(() => purse.take())) {
      widen(entity, now, true);
      return [];
    }
    return due.map(([id, { recheck }]) => {
      ids.delete(id);
      fetchedAt.set(`${entity}:${id}`, now);
      return { entity, id, recheck };
    });
  };
  const dueWides = (now: number): HintTask[] =>
    [...wides].filter(([, { dueAt }]) => dueAt <= now).map(([entity, { recheck }]) => {
      wides.delete(entity);
      widelyReadAt.set(entity, now);
      return { entity, id: null, recheck };
    });
  const forget = (now: number): void => {
    for (const [key, at] of fetchedAt) if (now - at > APART_MS) fetchedAt.delete(key);
    for (const [entity, ids] of singles) if (ids.size === 0) singles.delete(entity);
  };
  const waitOrWiden = ({ entity, id }: HintTask, dueAt: number, recheck: boolean): void => {
    if (id === null) widen(entity, dueAt, recheck);
    else wait(entity, id, dueAt, recheck);
  };

  return {
    add(entity, id) {
      const soon = clock.mono() + COALESCE.least + Math.round(rng() * COALESCE.spread);
      wait(entity, id, Math.max(soon, (fetchedAt.get(`${entity}:${id}`) ?? Number.NEGATIVE_INFINITY) + APART_MS), true);
    },
    take() {
      const now = clock.mono();
      forget(now);
      const single = [...singles].flatMap(([entity, ids]) => dueSingles(entity, ids, now));
      return [...single, ...dueWides(now)];
    },
    nextDue() {
      const times = [...wides.values(), ...[...singles.values()].flatMap((ids) => [...ids.values()])].map(({ dueAt }) => dueAt);
      return times.length === 0 ? null : Math.max(0, Math.min(...times) - clock.mono());
    },
    putBack(tasks) {
      for (const task of tasks) waitOrWiden(task, clock.mono(), task.recheck);
    },
    again(task) {
      if (task.recheck) waitOrWiden(task, clock.mono() + RECHECK_MS, false);
    },
  };
}
