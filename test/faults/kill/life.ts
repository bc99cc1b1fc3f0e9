/**
 * Program of a process that is killed: opens the store in a folder and does what the app does, without end: commits
 * pages with watermark, walk, gone rows and events, keeps small values, claims toasts and settles them. Writes one line
 * to standard output after each promise resolved. Arguments: folder, `worker` or `direct`.
 */
import { writeSync } from 'node:fs';
import { systemClock } from '../../../core/clock.ts';
import type { OpenedStore } from '../../../core/store/open-store.ts';
import type { PageCommit } from '../../../core/store/store.ts';
import { openStore } from '../../../core/store/worker/remote.ts';
import { spawnStoreWorker } from '../../../core/store/worker/spawn.ts';
import { T0, UNEXPLAINED, page } from '../../support/records.ts';
import { rowsOf } from '../../support/store-committer.ts';
import { TEST_KEY, expectOpen, tempStore } from '../../support/temp-store.ts';

/** What page `n` stores in one transaction: rows, the second row of the page before gone, marks, watermark, walk. */
export function pageOf(n: number): PageCommit {
  return page('ticket', rowsOf(n), {
    stream: { watermark: n, backfill: null, lastCompleteAt: T0 },
    walk: 1,
    reconcile: { walk: 1, under: { cursor: String(n), startedAt: T0, done: n, total: null }, lastAt: null },
    gone: n > 0 ? [{ id: `p${n - 1}r1`, how: 'unlisted' }] : [],
  });
}

/** Name of the `nth` toast; the first undecided events are told by it. */
export function toastName(first: number): string {
  return `toast-${first}`;
}

async function live(directory: string, how: string): Promise<void> {
  const { store, state } = how === 'worker' ? await withWorker(directory) : await tempStore({ directory, driver: 'better-sqlite3-multiple-ciphers' });
  const done = (line: string): void => void writeSync(1, `${line}\n`);
  for (let n = ((await store.stream('ticket')).watermark ?? -1) + 1; ; n++) {
    await store.commitPage(pageOf(n));
    done(`page ${n}`);
    await state.set('page', Buffer.from(String(n)));
    done(`state ${n}`);
    const [first, second] = await store.pendingEvents(2);
    if (first === undefined) continue;
    const seqs = second === undefined ? [first.seq] : [first.seq, second.seq];
    await store.claimToast({ id: toastName(first.seq), kind: 'item', claimedAt: T0 + n, seqs }, UNEXPLAINED);
    done(`claim ${first.seq}`);
    await store.settleToast(toastName(first.seq), { shown: true, via: 'test', detail: null, at: T0 + n });
    done(`settle ${first.seq}`);
  }
}

async function withWorker(directory: string): Promise<OpenedStore> {
  const program = new URL('../../../core/store/worker/entry.ts', import.meta.url);
  return expectOpen(await openStore({ directory, key: TEST_KEY, clock: systemClock(), spawn: () => spawnStoreWorker(program) }));
}

const [, program, directory, how] = process.argv;
if (directory !== undefined && how !== undefined && program?.endsWith('life.ts') === true) await live(directory, how);
