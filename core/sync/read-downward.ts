import type { DeltaRun } from './delta-run.ts';
import { walkPages } from './page-walk.ts';
import { oldestOf } from './times.ts';

/**
 * Reads changes where the server cannot be asked for them: newest first down to rows from before the last complete
 * reading, or, where it gives no order, all rows. Going by time and not by "nothing new on this page" matters after a
 * reading that broke off: its first pages are known already, the later ones are not.
 * Resolves with false when the server turned out not to do what it was asked.
 */
export async function readDownward(run: DeltaRun, way: 'newestFirst' | 'everything'): Promise<boolean> {
  const ask = (cursor: string | null): ReturnType<DeltaRun['ask']> => run.ask({ cursor, updatedSince: null, order: 'newestFirst' });
  for await (const { reply, last, steppedBack } of walkPages(ask, { cursor: null, total: null })) {
    if (await run.refuted(way, run.since, reply)) return false;
    const known = way === 'newestFirst' && !steppedBack && (oldestOf(reply.rows) ?? run.since) < run.since;
    await run.store(reply, last || known ? 'end' : 'open');
    if (last || known) return true;
  }
  return true;
}
