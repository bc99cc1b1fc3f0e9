import type { QueueEntity } from '../../../contract/entity.ts';
import { agentKey } from '../../../contract/models/filter.ts';
import type { LookupResult } from '../../../contract/models/views.ts';
import type { ItemRecord } from '../cache/difference.ts';
import type { Database } from '../driver/port.ts';
import { nameBook } from '../views/name-book.ts';
import type { NameBook } from '../views/name-book.ts';
import { candidates, exactDocs, newestDocs } from './candidates.ts';
import { searchTexts } from './document.ts';
import { evidence } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import { byRank } from './rank.ts';
import type { Standing } from './rank.ts';
import { termsOf } from './terms.ts';
import type { Term } from './terms.ts';
import { isBlank, numberKey, plainText, queryWords, withoutZeros } from './words.ts';

/** Most results of one lookup. */
const MOST = 200;
/** Among so many of the newest, what is mine goes first when nothing is asked for. */
const RECENT = 100;

interface Row {
  readonly entity: QueueEntity;
  readonly id: string;
  readonly number: string | null;
  readonly numberKey: string | null;
  readonly title: string;
  readonly status: string | null;
  readonly departmentId: string | null;
  readonly consumerId: string | null;
  readonly updatedAt: number | null;
  readonly data: string;
}

interface Found {
  readonly row: Row;
  readonly standing: Standing;
  readonly exactBy: 'number' | 'id' | null;
  readonly evidence: Evidence;
}

/** What one lookup compares with. */
interface Asked {
  readonly terms: readonly Term[];
  /** The number that the query is; null when no item has it. */
  readonly key: string | null;
  readonly id: string;
  readonly me: string | null;
}

/**
 * Finds tickets and tasks: by exact number or id, else every word a prefix in any field, without regard to case and
 * accents; with few results, one mistake in a word is forgiven. In the order of rank.ts. `me` is the agent key of whoever
 * asks, whose items go first among equals; null when it is not known. A blank query answers with what changed last.
 */
export function lookup(db: Database, query: string, limit: number, me: string | null = null): LookupResult[] {
  const most = Math.min(Math.max(Math.trunc(limit), 0), MOST);
  if (most === 0) return [];
  const names = nameBook(db);
  const asked: Asked = { terms: termsOf(queryWords(query)), key: null, id: plainText(query).trim(), me };
  const found = isBlank(query) ? assess(db, newestDocs(db, me === null ? most : Math.max(most, RECENT)), asked, names) : search(db, asked, names, most);
  return found.sort((a, b) => byRank(a.standing, b.standing)).slice(0, most).map((one) => result(one, names));
}

/** Numbers that a query may be: as it is typed, and without zeros in front. */
function keysOf(query: string): readonly string[] {
  const key = numberKey(query);
  return key === null ? [] : [key, withoutZeros(key)].filter((one) => one !== null);
}

function search(db: Database, asked: Asked, names: NameBook, most: number): Found[] {
  const exact = exactDocs(db, keysOf(asked.id), asked.id, most);
  const { docs, terms } = candidates(db, asked.terms, most);
  return assess(db, new Set([...exact.docs, ...docs]), { ...asked, terms, key: exact.key }, names);
}

function assess(db: Database, docs: Iterable<number>, asked: Asked, names: NameBook): Found[] {
  const found: Found[] = [];
  for (const doc of docs) {
    const row = read(db, doc);
    if (row === undefined) continue;
    const record = JSON.parse(row.data) as ItemRecord;
    const shown = evidence(searchTexts(record, names), asked.terms, names);
    const exactBy = asked.key !== null && row.numberKey === asked.key ? 'number' : row.id === asked.id ? 'id' : null;
    if (exactBy === null && shown.refuted) continue;
    const mine = asked.me !== null && agentKey(record.assigneeId, record.assigneeName) === asked.me;
    found.push({ row, exactBy, evidence: shown, standing: { ...shown.standing, exact: exactBy !== null, mine, status: row.status, doc } });
  }
  return found;
}

function read(db: Database, doc: number): Row | undefined {
  return db.get<Row>(
    `SELECT entity, id, number, number_key AS numberKey, title, status, department_id AS departmentId, consumer_id AS consumerId,
            updated_at AS updatedAt, data FROM item WHERE doc = ?`, doc,
  );
}

function result({ row, exactBy, evidence: found, standing }: Found, names: NameBook): LookupResult {
  const { entity, id, number, title, status, updatedAt } = row;
  const whole = exactBy === 'number' && number !== null ? [{ field: 'number' as const, label: null, text: number, ranges: [[0, number.length] as [number, number]] }] : null;
  return {
    entity, id, number, title, status,
    consumerName: names.name('consumer', row.consumerId),
    departmentName: names.name('department', row.departmentId),
    updatedAt,
    why: exactBy ?? (standing.places.length === 0 ? 'title' : found.why()),
    matches: whole ?? found.matches(),
    forgiven: exactBy === null && standing.forgiven > 0,
  };
}
