/**
 * Program of a process that is killed: opens the store in a folder and commits pages without end, each with its
 * watermark. Writes the number of a page to standard output after the store acknowledged it.
 * Arguments: folder, driver, first page number.
 */
import { writeSync } from 'node:fs';
import type { DriverName } from '../../core/store/driver/port.ts';
import { T0, page, ticket } from './records.ts';
import { tempStore } from './temp-store.ts';

/** Rows of one page. */
export const ROWS = 20;

/** Rows of page `n`: twenty new ones, and the first of the page before once more. */
export function rowsOf(n: number) {
  const version = T0 + n * 1000;
  const row = (id: string) => ticket(id, { version, number: id, subject: `word${n} ${'lorem ipsum dolor '.repeat(20)}` });
  return [...Array.from({ length: ROWS }, (_value, i) => row(`p${n}r${i}`)), ...(n > 0 ? [row(`p${n - 1}r0`)] : [])];
}

const [, program, directory, driver, first] = process.argv;
if (directory !== undefined && program?.endsWith('store-committer.ts') === true) {
  const { store, state } = await tempStore({ directory, driver: driver as DriverName });
  for (let n = Number(first); ; n++) {
    await store.commitPage(page('ticket', rowsOf(n), { stream: { watermark: n, backfill: null, lastCompleteAt: T0 } }));
    await state.set('page', Buffer.from(String(n)));
    writeSync(1, `${n}\n`);
  }
}
