import type { Database } from '../driver/port.ts';

/** How long decided events and answered claims are kept. */
const KEPT_MS = 90 * 24 * 60 * 60_000;
/** Rows looked at per call: forgetting must never make a commit slow. */
const SLICE = 50;

/** Forgets what is old, a little at a time, inside the caller's transaction. An undecided event is never forgotten. */
export function forgetOld(db: Database, now: number): void {
  const before = now - KEPT_MS;
  db.run(
    `DELETE FROM event WHERE seq IN (SELECT seq FROM (SELECT seq, seen_at, decision FROM event ORDER BY seq LIMIT ${SLICE}) WHERE seen_at < ? AND decision IS NOT NULL)`,
    before,
  );
  db.run(
    `DELETE FROM toast WHERE claim IN (SELECT claim FROM (SELECT claim, claimed_at, answered_at FROM toast ORDER BY claim LIMIT ${SLICE}) WHERE claimed_at < ? AND answered_at IS NOT NULL)`,
    before,
  );
}
