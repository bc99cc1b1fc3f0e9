import type { Entity } from '../../contract/entity.ts';
import type { ListReply } from '../api/port.ts';

/** One page of a walk. */
export interface WalkedPage<R extends ListReply<Entity>> {
  readonly reply: R;
  /** Where the walk goes on (null = the first page); meaningless when `last`. */
  readonly goOn: string | null;
  readonly last: boolean;
  /** Rows slipped by before this page: the walk goes on with an earlier one. */
  readonly steppedBack: boolean;
}

/** Steps back in one walk, after which it goes on in spite of what it may miss: it must end even while rows vanish fast. */
const MOST_STEPS_BACK = 100;

/**
 * Walks through numbered pages from newest to oldest. While it walks, rows that are added or updated move others
 * towards the end, where they are met twice, which is harmless. Rows that vanish move others towards the front, past
 * the walker: this shows as a smaller total, and the walk steps back by as many pages as may have slipped by.
 * `from.total` is the total that an interrupted walk last saw.
 */
export async function* walkPages<R extends ListReply<Entity>>(
  ask: (cursor: string | null) => Promise<R>,
  from: { readonly cursor: string | null; readonly total: number | null },
): AsyncGenerator<WalkedPage<R>> {
  let trail: (string | null)[] = [from.cursor];
  let total = from.total;
  let longest = 1;
  let stepsBack = 0;
  for (;;) {
    const reply = await ask(trail.at(-1) ?? null);
    longest = Math.max(longest, reply.rows.length);
    const vanished = total === null || reply.total === null ? 0 : total - reply.total;
    total = reply.total ?? total;
    const atStart = trail.length === 1 && trail[0] === null;
    if (vanished > 0 && !atStart && stepsBack < MOST_STEPS_BACK) {
      stepsBack += 1;
      const kept = trail.length - Math.ceil(vanished / longest);
      trail = kept > 0 ? trail.slice(0, kept) : [null];
      yield { reply, goOn: trail.at(-1) ?? null, last: false, steppedBack: true };
    } else {
      yield { reply, goOn: reply.next, last: reply.next === null, steppedBack: false };
      if (reply.next === null) return;
      trail.push(reply.next);
    }
  }
}
