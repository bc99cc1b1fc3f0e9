import type { QueueEntity } from '../../../contract/entity.ts';
import { LEDGER_DAYS } from '../../../contract/models/ledger.ts';
import type { LedgerEntry } from '../../../contract/models/ledger.ts';
import type { RawChange } from '../cache/difference.ts';
import type { Database } from '../driver/port.ts';
import { foldText } from '../search/folding.ts';
import { fieldChange } from '../views/field-changes.ts';
import { nameBook } from '../views/name-book.ts';

/** Which part of the ledger; see `Store.ledgerPage`. */
export interface LedgerWish {
  readonly item: { readonly entity: QueueEntity; readonly id: string } | null;
  readonly search: string;
  readonly offset: number;
  readonly limit: number;
  readonly now: number;
}

type Told = NonNullable<LedgerEntry['toast']>;
interface Row extends Omit<LedgerEntry, 'changes' | 'toast'>, Omit<Told, 'claimedAt' | 'shown'> {
  readonly changes: string;
  readonly claimedAt: number | null;
  readonly answeredAt: number | null;
  readonly shown: number | null;
}

const DAY = 24 * 60 * 60_000;
const KNOWN = 'FROM event JOIN item ON item.entity = event.entity AND item.id = event.id WHERE event.seen_at >= ?';
const OF_ITEM = 'AND event.entity = ? AND event.id = ?';
const ENTRIES = `SELECT event.seq, event.entity, event.id, item.number, item.title, event.kind, event.changes, event.at, event.seen_at AS seenAt, event.source, event.decision,
    event.rule, event.rule_name AS ruleName, event.summary, toast.claimed_at AS claimedAt, toast.answered_at AS answeredAt, toast.shown, toast.via, toast.detail,
    toast.clicked_at AS clickedAt, toast.withdrawn_at AS withdrawnAt
  FROM event JOIN item ON item.entity = event.entity AND item.id = event.id LEFT JOIN toast ON toast.claim = event.claim
  WHERE event.seq IN (SELECT value FROM json_each(?)) ORDER BY event.seq DESC`;

/** The days of the ledger that can be searched, newest first. Every word must stand in number, title or rule; case and accents do not matter. */
export function ledgerPage(db: Database, wish: LedgerWish): { total: number; entries: LedgerEntry[] } {
  const seqs = matching(db, wish);
  const names = nameBook(db);
  const rows = db.all<Row>(ENTRIES, JSON.stringify(seqs.slice(wish.offset, wish.offset + wish.limit)));
  const entries = rows.map(({ claimedAt, answeredAt, shown, via, detail, clickedAt, withdrawnAt, changes, ...event }) => ({
    ...event,
    changes: (JSON.parse(changes) as RawChange[]).map((change) => fieldChange(change, names)),
    toast: claimedAt === null ? null : { claimedAt, shown: answeredAt === null ? null : shown === 1, via, detail, clickedAt, withdrawnAt },
  }));
  return { total: seqs.length, entries };
}

function matching(db: Database, { item, search, now }: LedgerWish): number[] {
  const since = now - LEDGER_DAYS * DAY;
  const [scope, params] = item === null ? ['', [since]] as const : [OF_ITEM, [since, item.entity, item.id]] as const;
  const words = fold(search).split(/\s+/u).filter((word) => word !== '');
  if (words.length === 0) return db.all<{ seq: number }>(`SELECT event.seq ${KNOWN} ${scope} ORDER BY event.seq DESC`, ...params).map(({ seq }) => seq);
  const rows = db.all<{ seq: number; number: string | null; title: string; rule: string | null; ruleName: string | null }>(
    `SELECT event.seq, item.number, item.title, event.rule, event.rule_name AS ruleName ${KNOWN} ${scope} ORDER BY event.seq DESC`, ...params,
  );
  // One item has many events, and one rule decides many: each text is folded once.
  const folded = new Map<string, string>();
  const heard = (text: string): string => {
    const known = folded.get(text) ?? fold(text);
    folded.set(text, known);
    return known;
  };
  const holds = (word: string) => (text: string | null): boolean => text !== null && heard(text).includes(word);
  return rows.filter((row) => words.every((word) => [row.number, row.title, row.ruleName, row.rule].some(holds(word)))).map(({ seq }) => seq);
}

function fold(text: string): string {
  return foldText(text).folded;
}
