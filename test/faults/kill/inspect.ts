import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../../../core/store/cache/canonical-json.ts';
import type { Driver, Database } from '../../../core/store/driver/port.ts';
import { fileKey } from '../../../core/store/files/file-key.ts';
import { ROWS, rowsOf } from '../../support/store-committer.ts';
import { TEST_KEY, tempStore } from '../../support/temp-store.ts';
import { toastName } from './life.ts';

/** What a reopened folder holds that it should not, or lacks. */
export interface Finding {
  readonly kind: 'lost' | 'half' | 'start';
  readonly what: string;
}

/** The highest number that each kind of acknowledgement reached; -1 for none. */
export interface Acknowledged {
  page: number;
  state: number;
  claims: number[];
  settled: number[];
}

/** Reopens a folder as the app does, then looks at it with plain SQL. */
export async function inspect(directory: string, driver: Driver, acknowledged: Acknowledged): Promise<Finding[]> {
  const findings: Finding[] = [];
  const { store, state, outcome, stateOutcome, movedTo, stateMovedTo } = await tempStore({ directory, driver: driver.name });
  if (movedTo !== null || stateMovedTo !== null) findings.push({ kind: 'start', what: `reopened as ${outcome} and ${stateOutcome}` });
  const watermark = (await store.stream('ticket')).watermark ?? -1;
  if (watermark < acknowledged.page) findings.push({ kind: 'lost', what: `page ${acknowledged.page} acknowledged, ${watermark} stored` });
  const kept = await state.get('page');
  const keptPage = kept === null ? -1 : Number(Buffer.from(kept).toString());
  if (keptPage < acknowledged.state) findings.push({ kind: 'lost', what: `value ${acknowledged.state} acknowledged, ${keptPage} stored` });
  for (const claim of acknowledged.claims) if ((await store.toastTarget(toastName(claim))) === null) findings.push({ kind: 'lost', what: `claim ${claim}` });
  const open = (await store.unsettledToasts()).map((claim) => claim.id);
  for (const settled of acknowledged.settled) if (open.includes(toastName(settled))) findings.push({ kind: 'lost', what: `answer to ${settled}` });
  if (watermark >= 0) {
    const found = (await store.lookup(`word${watermark}`, 200)).length;
    const words = rowsOf(watermark).length;
    if (found !== words) findings.push({ kind: 'half', what: `${found} of ${words} rows of page ${watermark} are found` });
  }
  const shown = (await store.counts()).ticket;
  if (shown !== expected(watermark).shown) findings.push({ kind: 'half', what: `${shown} rows shown, ${expected(watermark).shown} belong to page ${watermark}` });
  await store.close();
  return [...findings, ...plain(directory, driver, watermark)];
}

/** What the transactions of all pages up to this one leave: each of them whole. */
function expected(watermark: number): { rows: number; shown: number; news: number; changed: number; deleted: number } {
  const pages = watermark + 1;
  const later = Math.max(0, watermark);
  return { rows: pages * ROWS, shown: pages * ROWS - later, news: pages * ROWS, changed: later, deleted: later };
}

function plain(directory: string, driver: Driver, watermark: number): Finding[] {
  const findings: Finding[] = [];
  for (const name of ['cache.db', 'state.db']) {
    if (!existsSync(join(directory, name))) continue;
    const db = driver.open(join(directory, name), fileKey(TEST_KEY, name));
    const check = db.pragma('quick_check');
    if (check !== 'ok') findings.push({ kind: 'start', what: `${name}: ${String(check)}` });
    if (name === 'cache.db') findings.push(...half(db, watermark));
    db.close();
  }
  return findings;
}

function half(db: Database, watermark: number): Finding[] {
  const count = (sql: string): number => db.get<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`)?.n ?? 0;
  const { rows, news, changed, deleted } = expected(watermark);
  const right: [string, number, number][] = [
    ['rows', count('item'), rows],
    ['marks of the walk', count('met WHERE walk = 1'), rows],
    ['gone rows', count(`item WHERE gone = 'unlisted'`), deleted],
    ['events of new rows', count(`event WHERE kind = 'new'`), news],
    ['events of changed rows', count(`event WHERE kind = 'changed'`), changed],
    ['events of gone rows', count(`event WHERE kind = 'deleted'`), deleted],
    ['walk states', count(`reconcile WHERE json_extract(under, '$.done') = ${watermark}`), watermark < 0 ? 0 : 1],
    ['claims without their events', count('toast WHERE (SELECT count(*) FROM event WHERE event.toast_id = toast.id) <> json_array_length(toast.seqs)'), 0],
    ['events told by no claim', count('event WHERE toast_id IS NOT NULL AND toast_id NOT IN (SELECT id FROM toast)'), 0],
  ];
  const findings = right.filter(([, got, want]) => got !== want).map(([what, got, want]): Finding => ({ kind: 'half', what: `${got} ${what} instead of ${want}` }));
  for (const row of watermark < 0 ? [] : rowsOf(watermark)) {
    const stored = db.get<{ data: string }>(`SELECT data FROM item WHERE entity = 'ticket' AND id = ?`, row.id)?.data;
    if (stored !== canonicalJson(row)) findings.push({ kind: 'half', what: `row ${row.id} differs from what was committed` });
  }
  return findings;
}
