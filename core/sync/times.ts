import type { AnyRecord } from '../../contract/models/records.ts';

/**
 * How far before the watermark each reading begins, in milliseconds: a change may become visible on the server
 * after a later one did.
 */
export const OVERLAP_MS = 120_000;

/** The largest update time among rows; null when none has one. */
export function newestOf(rows: readonly AnyRecord[]): number | null {
  return rows.reduce<number | null>((newest, { updatedAt }) => (updatedAt !== null && updatedAt > (newest ?? -Infinity) ? updatedAt : newest), null);
}

/** The smallest update time among rows; null when none has one. */
export function oldestOf(rows: readonly AnyRecord[]): number | null {
  return rows.reduce<number | null>((oldest, { updatedAt }) => (updatedAt !== null && updatedAt < (oldest ?? Infinity) ? updatedAt : oldest), null);
}

/**
 * A later watermark: the newest row's time, but never past `cap` (the server's own time when reading began), so that
 * a row with a time in the future cannot hide the changes before it. A watermark does not go back.
 */
export function advance(watermark: number, rows: readonly AnyRecord[], cap: number): number {
  return Math.max(watermark, Math.min(newestOf(rows) ?? watermark, cap));
}
