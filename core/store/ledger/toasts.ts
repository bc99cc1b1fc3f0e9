import type { QueueEntity } from '../../../contract/entity.ts';
import type { Database } from '../driver/port.ts';
import type { Decision } from '../../../contract/models/ledger.ts';
import type { ToastClaim, ToldBecause, Verdict } from '../store.ts';
import { becomesUnread, readWhatWasIgnored } from '../cache/read-marks.ts';

/**
 * The ledger of toasts: every claim is a row of its own, so that one id may be claimed again (a system that can replaces
 * the toast) and the flood rule still knows each time.
 */
const LATEST = '(SELECT max(claim) FROM toast WHERE id = ?)';

interface ClaimRow {
  readonly id: string;
  readonly kind: ToastClaim['kind'];
  readonly claimedAt: number;
  readonly seqs: string;
}

/** Claims the undecided ones of the events, in one transaction; null when somebody decided all of them before. */
export function claimToast(db: Database, claim: ToastClaim, because: ToldBecause): ToastClaim | null {
  return db.transaction(() => {
    const free = db.all<{ seq: number; entity: QueueEntity; id: string }>(
      'SELECT seq, entity, id FROM event WHERE seq IN (SELECT value FROM json_each(?)) AND decision IS NULL ORDER BY seq', JSON.stringify(claim.seqs),
    );
    const last = free.at(-1);
    if (last === undefined) return null;
    const seqs = free.map((event) => event.seq);
    countWaiting(db, seqs);
    const target = claim.kind === 'item' ? last : { entity: null, id: null };
    db.run(
      'INSERT INTO toast (id, kind, claimed_at, seqs, target_entity, target_id) VALUES (?, ?, ?, ?, ?, ?)',
      claim.id, claim.kind, Math.trunc(claim.claimedAt), JSON.stringify(seqs), target.entity, target.id,
    );
    const number = db.get<{ claim: number }>('SELECT last_insert_rowid() AS claim')?.claim ?? null;
    const decision: Decision = claim.kind === 'item' ? 'toast' : 'summary';
    for (const seq of seqs) {
      const rule = because.rules.get(seq) ?? null;
      db.run(
        'UPDATE event SET decision = ?, toast_id = ?, claim = ?, rule = ?, rule_name = ?, summary = ? WHERE seq = ?',
        decision, claim.id, number, rule?.id ?? null, rule?.name ?? null, because.summary, seq,
      );
    }
    return { ...claim, seqs };
  });
}

/** Decides events without a toast, in one transaction; what is decided already stays. */
export function decide(db: Database, verdicts: readonly Verdict[]): void {
  db.transaction(() => {
    for (const { seqs, decision, rule } of verdicts) {
      if (decision !== 'ignored' && decision !== 'quiet') countWaiting(db, seqs);
      db.run(
        'UPDATE event SET decision = ?, rule = ?, rule_name = ? WHERE decision IS NULL AND seq IN (SELECT value FROM json_each(?))',
        decision, rule?.id ?? null, rule?.name ?? null, JSON.stringify(seqs),
      );
    }
    const ignored = verdicts.filter(({ decision }) => decision === 'ignored').flatMap(({ seqs }) => seqs);
    if (ignored.length > 0) readWhatWasIgnored(db, ignored);
  });
}

/** Items that wait for an assignee become unread with the decision, not before: such events come of every item, whichever of them the rules want. */
function countWaiting(db: Database, seqs: readonly number[]): void {
  const waiting = db.all<{ seq: number; entity: QueueEntity; id: string }>(
    `SELECT seq, entity, id FROM event WHERE seq IN (SELECT value FROM json_each(?)) AND kind = 'waiting' AND decision IS NULL ORDER BY seq`, JSON.stringify(seqs),
  );
  for (const { seq, entity, id } of waiting) becomesUnread(db, { entity, id }, seq);
}

/** Writes the system's answer to a toast's latest claim down. */
export function settleToast(db: Database, id: string, answer: { shown: boolean; via: string; detail: string | null; at: number }): void {
  db.run(
    `UPDATE toast SET answered_at = ?, shown = ?, via = ?, detail = ? WHERE claim = ${LATEST}`,
    Math.trunc(answer.at), answer.shown ? 1 : 0, answer.via, answer.detail, id,
  );
}

/** Latest claims without an answer, in the order they were made. */
export function unsettledToasts(db: Database): ToastClaim[] {
  const rows = db.all<ClaimRow>(
    `SELECT id, kind, claimed_at AS claimedAt, seqs FROM toast
      WHERE answered_at IS NULL AND claim = (SELECT max(claim) FROM toast AS other WHERE other.id = toast.id) ORDER BY claim`,
  );
  return rows.map((row) => ({ ...row, seqs: JSON.parse(row.seqs) as number[] }));
}

/** Events of a toast's latest claim. */
export function claimedSeqs(db: Database, id: string): number[] {
  const row = db.get<{ seqs: string }>(`SELECT seqs FROM toast WHERE claim = ${LATEST}`, id);
  return row === undefined ? [] : (JSON.parse(row.seqs) as number[]);
}

/** When item toasts were claimed at or after `since`, ascending. */
export function toastTimes(db: Database, since: number): number[] {
  return db.all<{ at: number }>(`SELECT claimed_at AS at FROM toast WHERE kind = 'item' AND claimed_at >= ? ORDER BY claimed_at`, since).map((row) => row.at);
}

/** What a click on a toast opens; null when the id is unknown. */
export function toastTarget(db: Database, id: string): { kind: 'item'; entity: QueueEntity; id: string } | { kind: 'summary' } | null {
  const row = db.get<{ entity: QueueEntity | null; target: string | null }>(`SELECT target_entity AS entity, target_id AS target FROM toast WHERE claim = ${LATEST}`, id);
  if (row === undefined) return null;
  return row.entity === null || row.target === null ? { kind: 'summary' } : { kind: 'item', entity: row.entity, id: row.target };
}

/** Writes down that a person clicked. */
export function toastClicked(db: Database, id: string, at: number): void {
  db.run(`UPDATE toast SET clicked_at = ? WHERE claim = ${LATEST}`, Math.trunc(at), id);
}

/** Writes down that a toast was taken back. */
export function toastWithdrawn(db: Database, id: string, at: number): void {
  db.run(`UPDATE toast SET withdrawn_at = ? WHERE claim = ${LATEST}`, Math.trunc(at), id);
}

/** Item toasts claimed at or after `since` whose latest claim was shown, and neither clicked nor taken back. */
export function standingTargets(db: Database, since: number): { toast: string; entity: QueueEntity; id: string }[] {
  return db.all(
    `SELECT id AS toast, target_entity AS entity, target_id AS id FROM toast
      WHERE kind = 'item' AND claimed_at >= ? AND shown = 1 AND clicked_at IS NULL AND withdrawn_at IS NULL
        AND claim = (SELECT max(claim) FROM toast AS other WHERE other.id = toast.id) ORDER BY claim`,
    since,
  );
}
