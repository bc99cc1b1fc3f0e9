import type { Gone } from '../store.ts';

/** What ordering needs of a state of a row: `version` 0 means that the server gave no update time. */
export interface RowState {
  readonly version: number;
  readonly deletedAt: number | null;
}

/** A state of a row as it is stored. */
export interface KeptState extends RowState {
  /** How it is gone without a tombstone; null while the server shows it. */
  readonly gone: Gone | null;
}

/** Whether a row is in queues, counts and search. */
export function isShown(kept: KeptState | undefined): boolean {
  return kept !== undefined && kept.deletedAt === null && kept.gone === null;
}

/**
 * Whether an arriving state takes the stored one's place. Older never overwrites newer. At the same version the content
 * decides, except that a tombstone stays: pages that were read before a deletion arrive late. A row that is gone without
 * one is taken as the server shows it now, unless that is older: whoever commits knows in which order it asked.
 */
export function supersedes(stored: KeptState, arriving: RowState, sameContent: boolean): boolean {
  if (arriving.version !== stored.version) return arriving.version > stored.version;
  if (stored.gone !== null) return true;
  if (sameContent) return false;
  const risesFromTheDead = stored.deletedAt !== null && arriving.deletedAt === null;
  return !(risesFromTheDead && arriving.version > 0);
}
