/** What ordering needs of a state of a row: `version` 0 means that the server gave no update time. */
export interface RowState {
  readonly version: number;
  readonly deletedAt: number | null;
}

/**
 * Whether an arriving state takes the stored one's place. Older never overwrites newer. At the same version the content
 * decides, except that a tombstone stays: pages that were read before a deletion arrive late.
 */
export function supersedes(stored: RowState, arriving: RowState, sameContent: boolean): boolean {
  if (arriving.version !== stored.version) return arriving.version > stored.version;
  if (sameContent) return false;
  const risesFromTheDead = stored.deletedAt !== null && arriving.deletedAt === null;
  return !(risesFromTheDead && arriving.version > 0);
}
