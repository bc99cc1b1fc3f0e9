import type { QueueEntity } from '../../../contract/entity.ts';
import type { Database } from '../driver/port.ts';
import { addEvent } from '../ledger/events.ts';
import type { Rung } from '../store.ts';
import { wakeItem } from './snooze.ts';

interface Row {
  readonly entity: QueueEntity;
  readonly id: string;
  readonly version: number;
}

const MINUTE = 60_000;
const UNASSIGNED = 'assignee_no IS NULL AND deleted_at IS NULL AND gone IS NULL';

/** Does what the clock asks for, in one transaction: wakes what is due and notes what has waited long for an assignee. */
export function ring(db: Database, { now, waitingMinutes, since }: { now: number; waitingMinutes: readonly number[]; since: number }): Rung {
  return db.transaction(() => {
    const due = db.all<Row>('SELECT entity, id, version FROM item WHERE snoozed_until <= ? ORDER BY snoozed_until', now);
    for (const row of due) wakeItem(db, row, 'time', { now, source: 'clock' });
    // The longest first: who has waited for two hours is not told of the first one as well.
    for (const minutes of [...new Set(waitingMinutes)].sort((a, b) => b - a)) noteWaiting(db, { minutes, now, since });
    return { woken: due.map(({ entity, id }) => ({ entity, id })), nextAt: earliest([nextWaking(db), ...waitingMinutes.map((minutes) => nextWaiting(db, minutes, now))]) };
  });
}

function noteWaiting(db: Database, { minutes, now, since }: { minutes: number; now: number; since: number }): void {
  const rows = db.all<Row>(
    `SELECT entity, id, version FROM item INDEXED BY item_waiting WHERE ${UNASSIGNED} AND created_at <= ? AND created_at > ?
      AND NOT EXISTS (SELECT 1 FROM event WHERE event.entity = item.entity AND event.id = item.id AND kind = 'waiting' AND waited >= ?) ORDER BY created_at`,
    now - minutes * MINUTE, since - minutes * MINUTE, minutes,
  );
  for (const row of rows) addEvent(db, { ...row, kind: 'waiting', at: null, seenAt: now, source: 'clock', changes: [], again: true, waited: minutes });
}

function nextWaking(db: Database): number | null {
  return db.get<{ at: number | null }>('SELECT min(snoozed_until) AS at FROM item WHERE snoozed_until IS NOT NULL')?.at ?? null;
}

function nextWaiting(db: Database, minutes: number, now: number): number | null {
  const sql = `SELECT min(created_at) AS at FROM item INDEXED BY item_waiting WHERE ${UNASSIGNED} AND created_at > ?`;
  const at = db.get<{ at: number | null }>(sql, now - minutes * MINUTE)?.at ?? null;
  return at === null ? null : at + minutes * MINUTE;
}

function earliest(times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}
