import { join } from 'node:path';
import { EngineError } from '../../../core/engine-error.ts';
import type { OpenedStore } from '../../../core/store/open-store.ts';
import type { Choose } from '../../support/choose.ts';
import { T0, page, ticket } from '../../support/records.ts';
import { tempStore } from '../../support/temp-store.ts';
import { must, type Notebook } from './findings.ts';
import type { SmallDisk } from './small-disk.ts';

const DRIVER = 'better-sqlite3-multiple-ciphers';
/** Attempts until a disk counts as one that never gets full, or never recovers. */
const MOST = 400;

/** What was acknowledged so far. */
interface Kept {
  pages: number[];
  values: number;
}

function pageOf(n: number, size: number) {
  return page('ticket', Array.from({ length: 10 }, (_v, i) => ticket(`p${n}r${i}`, { version: T0 + n, subject: `word${n}`, description: 'x'.repeat(size) })), {
    stream: { watermark: n, backfill: null, lastCompleteAt: T0 },
  });
}

function isFull(error: unknown): boolean {
  return error instanceof EngineError && error.code === 'storageUnavailable' && error.retry;
}

/** Commits page after page and value after value until the disk refuses, or `until` says so. Returns the error that ended it. */
async function commitOn(opened: OpenedStore, kept: Kept, book: Notebook, options: { from: number; size: number; most: number }): Promise<unknown> {
  for (let n = options.from; n < options.from + options.most; n++) {
    try {
      book.counts.commits += 1;
      await opened.store.commitPage(pageOf(n, options.size));
      kept.pages.push(n);
      await opened.state.set('ledger', Buffer.from(String(n)));
      kept.values = n;
      book.counts.acknowledged += 2;
    } catch (error) {
      book.counts.refused += 1;
      return error;
    }
  }
  return null;
}

async function readAll({ store, state }: OpenedStore, kept: Kept, book: Notebook, when: string): Promise<void> {
  book.counts.reads += 1;
  for (const n of kept.pages) {
    const row = await store.record('ticket', `p${n}r9`);
    if (row === null) book.counts.lost += 1;
    must(book, row !== null, `page ${n} was acknowledged and is not there ${when}`);
  }
  const last = kept.pages.at(-1) ?? -1;
  const watermark = (await store.stream('ticket')).watermark ?? -1;
  must(book, watermark >= last, `the watermark is ${watermark}, page ${last} was acknowledged, ${when}`);
  must(book, (await store.counts()).ticket === (watermark + 1) * 10, `${(await store.counts()).ticket} rows with a watermark of ${watermark} ${when}`);
  if (last >= 0) must(book, (await store.lookup(`word${last}`, 50)).length === 10, `search does not find page ${last} ${when}`);
  const value = Number(Buffer.from((await state.get('ledger')) ?? []).toString() || '-1');
  must(book, value >= kept.values, `the value is ${value}, ${kept.values} was acknowledged, ${when}`);
  must(book, Buffer.from((await state.get('tokens')) ?? []).toString() === 'sealed', `the tokens are not there ${when}`);
}

/** Fills the disk while the store commits, reads, makes room, goes on, and opens once more. */
export async function fullDisk(disk: SmallDisk, choose: Choose, book: Notebook): Promise<void> {
  const directory = join(disk.path, 'data');
  const open = () => tempStore({ directory, driver: DRIVER });
  const kept: Kept = { pages: [], values: -1 };
  let opened = await open();
  await opened.state.set('tokens', Buffer.from('sealed'));
  const size = 50 + choose(1_500);
  const first = await commitOn(opened, kept, book, { from: 0, size, most: 3 + choose(4) });
  must(book, first === null, `the disk was full before it was filled: ${String(first)}`);
  for (let round = 0; round < 3; round++) {
    await disk.fill(choose(6) * 4_096);
    const error = await commitOn(opened, kept, book, { from: (kept.pages.at(-1) ?? -1) + 1, size, most: MOST });
    must(book, error !== null, 'the disk never got full');
    must(book, error === null || isFull(error), `a full disk is reported as ${String(error)} ${JSON.stringify((error as EngineError | null)?.params ?? {})}`);
    await readAll(opened, kept, book, 'on the full disk');
    if (round === 1) {
      // The app ends while the disk is full, and starts when there is room.
      await opened.store.close();
      await disk.free();
      opened = await open();
      book.counts.starts += 1;
      must(book, opened.outcome === 'opened' && opened.stateOutcome === 'opened', `reopened as ${opened.outcome} and ${opened.stateOutcome}`);
    } else await disk.free();
    // The page that was refused may have been stored and the value after it refused.
    const from = ((await opened.store.stream('ticket')).watermark ?? -1) + 1;
    const after = await commitOn(opened, kept, book, { from, size, most: 1 });
    must(book, after === null, `no recovery once there is room: ${String(after)} ${JSON.stringify((after as EngineError | null)?.params ?? {})}`);
    book.counts.recoveries += after === null ? 1 : 0;
  }
  await readAll(opened, kept, book, 'after all');
  await opened.store.close();
  const again = await open();
  book.counts.starts += 1;
  must(book, again.outcome === 'opened' && again.stateOutcome === 'opened', `reopened as ${again.outcome} and ${again.stateOutcome}`);
  await readAll(again, kept, book, 'after a start');
  await again.store.close();
}

/** A disk that turns read-only under a closed store: opening refuses, changes nothing, and works again afterwards. */
export async function readOnlyDisk(disk: SmallDisk, book: Notebook): Promise<void> {
  const directory = join(disk.path, 'data');
  const kept: Kept = { pages: [], values: -1 };
  const opened = await tempStore({ directory, driver: DRIVER });
  await opened.state.set('tokens', Buffer.from('sealed'));
  await commitOn(opened, kept, book, { from: 0, size: 100, most: 3 });
  await opened.store.close();
  must(book, await disk.readOnly(true), 'the disk does not turn read-only');
  book.counts.readOnlyTries += 1;
  const error = await tempStore({ directory, driver: DRIVER }).then(() => null, (caught: unknown) => caught);
  must(book, isFull(error), `a read-only folder is reported as ${String(error)}`);
  await disk.readOnly(false);
  const again = await tempStore({ directory, driver: DRIVER });
  book.counts.starts += 1;
  must(book, again.outcome === 'opened' && again.stateOutcome === 'opened', `reopened as ${again.outcome} and ${again.stateOutcome}`);
  await readAll(again, kept, book, 'after the disk was read-only');
  await again.store.close();
}
