import type { Breach } from '../campaign.ts';

/** Counts of what was tried on the small disk. */
export interface DiskCounts {
  disks: number;
  /** Scenes played on a stand-in, where no file system can be mounted. */
  standIns: number;
  commits: number;
  refused: number;
  reads: number;
  acknowledged: number;
  lost: number;
  recoveries: number;
  starts: number;
  vaultWrites: number;
  vaultRefused: number;
  settingsWrites: number;
  settingsRefused: number;
  readOnlyTries: number;
}

/** A fresh sheet. */
export function noCounts(): DiskCounts {
  return { disks: 0, standIns: 0, commits: 0, refused: 0, reads: 0, acknowledged: 0, lost: 0, recoveries: 0, starts: 0, vaultWrites: 0, vaultRefused: 0, settingsWrites: 0, settingsRefused: 0, readOnlyTries: 0 };
}

/** Where a scene writes what it saw. */
export interface Notebook {
  readonly counts: DiskCounts;
  readonly breaches: Breach[];
  readonly replay: string;
}

/** Writes a breach down unless `right`. */
export function must(book: Notebook, right: boolean, what: string): void {
  if (!right) book.breaches.push({ replay: book.replay, what });
}
