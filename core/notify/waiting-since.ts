import { z } from 'zod';
import type { StateStore } from '../store/store.ts';

const KEY = 'notify.waitingSince';
const bookSchema = z.record(z.string().regex(/^\d+$/), z.number());

/** Since when an age has been asked for, across restarts: what was older than that already is not told. */
export interface WaitingSince {
  /** Epoch ms by minutes. An age that was not asked for before counts from `now`; one that is asked for no more is forgotten. */
  of(minutes: readonly number[], now: number): Promise<ReadonlyMap<number, number>>;
}

/** Keeps {@link WaitingSince} in the state. What cannot be read begins anew. */
export function createWaitingSince(state: Pick<StateStore, 'get' | 'set'>): WaitingSince {
  let known: ReadonlyMap<number, number> | null = null;

  async function load(): Promise<ReadonlyMap<number, number>> {
    const bytes = await state.get(KEY);
    if (bytes === null) return new Map();
    try {
      return new Map(Object.entries(bookSchema.parse(JSON.parse(new TextDecoder().decode(bytes)))).map(([minutes, since]) => [Number(minutes), since]));
    } catch {
      return new Map();
    }
  }
  return {
    async of(minutes, now) {
      const before = (known ??= await load());
      // A time from the future is a corrected clock's.
      const next = new Map(minutes.map((one) => [one, Math.min(before.get(one) ?? now, now)]));
      const isSame = next.size === before.size && [...next].every(([one, since]) => before.get(one) === since);
      if (!isSame) await state.set(KEY, new TextEncoder().encode(JSON.stringify(Object.fromEntries(next))));
      known = next;
      return next;
    },
  };
}
