import type { Entity } from '../../contract/entity.ts';
import type { AnyRecord } from '../../contract/models/records.ts';

/**
 * Keeps answers that overtake each other in order, for what versions cannot order: a row that is gone without a
 * tombstone, or with one that has no time. What was asked before a row was learned to be gone does not bring it back;
 * what is asked later does.
 */
export interface AnswerOrder {
  /** A mark for what is asked now; later marks are larger. */
  ask(this: void): number;
  /** Of rows that an answer asked at `asked` shows: those that may be stored. The others want to be asked for again. */
  shown(entity: Entity, rows: readonly AnyRecord[], asked: number): { readonly rows: readonly AnyRecord[]; readonly withheld: readonly string[] };
  /** Of rows that `asked` found gone: those that no answer asked later has shown while they were watched. They count as gone from now on. */
  gone(entity: Entity, ids: readonly string[], asked: number): ReadonlySet<string>;
  /** Watches a row while it may be found gone. Returns what ends that. */
  watch(entity: Entity, id: string): () => void;
}

/** Rows remembered as gone; an answer that is older than so many departures is not under way any more. */
const MOST_REMEMBERED = 20_000;

const keyOf = (entity: Entity, id: string): string => `${entity}:${id}`;

/** Makes an {@link AnswerOrder}; nothing is gone yet. */
export function createAnswerOrder(): AnswerOrder {
  let serial = 0;
  const goneAt = new Map<string, number>();
  const watched = new Map<string, { watchers: number; shownBy: number }>();
  const leave = (key: string): void => {
    goneAt.delete(key);
    goneAt.set(key, ++serial);
    const [oldest] = goneAt.keys();
    if (goneAt.size > MOST_REMEMBERED && oldest !== undefined) goneAt.delete(oldest);
  };
  return {
    ask: () => ++serial,
    shown(entity, rows, asked) {
      const kept: AnyRecord[] = [];
      const withheld: string[] = [];
      for (const row of rows) {
        const key = keyOf(entity, row.id);
        const timeless = row.version === 0;
        const late = (goneAt.get(key) ?? 0) > asked && (row.deletedAt === null || timeless);
        const watch = watched.get(key);
        if (watch && row.deletedAt === null) watch.shownBy = Math.max(watch.shownBy, asked);
        if (late) withheld.push(row.id);
        else {
          kept.push(row);
          if (row.deletedAt !== null && timeless) leave(key);
          else goneAt.delete(key);
        }
      }
      return { rows: kept, withheld };
    },
    gone(entity, ids, asked) {
      const gone = new Set(ids.filter((id) => (watched.get(keyOf(entity, id))?.shownBy ?? 0) <= asked));
      for (const id of gone) leave(keyOf(entity, id));
      return gone;
    },
    watch(entity, id) {
      const key = keyOf(entity, id);
      const watch = watched.get(key) ?? { watchers: 0, shownBy: 0 };
      watch.watchers += 1;
      watched.set(key, watch);
      return () => {
        watch.watchers -= 1;
        if (watch.watchers === 0) watched.delete(key);
      };
    },
  };
}
