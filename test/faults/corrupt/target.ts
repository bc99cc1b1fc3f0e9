/** How an opening came out: as if nothing had been harmed, with what was kept twice, with an earlier state that was acknowledged too, with other values that a schema cannot tell from meant ones, begun anew with the old file kept, the same with what still read of it carried over, or without it while it stays where it is. */
export type Verdict = 'unharmed' | 'restored' | 'older' | 'stillValid' | 'movedAside' | 'carriedOver' | 'leftThere';

/** What one damaged opening gave. `broken`: rules it broke, in words; empty when it kept them all. */
export interface Opening {
  readonly verdict: Verdict;
  readonly broken: readonly string[];
}

/** Content of a folder's files by name. */
export type Files = ReadonlyMap<string, Buffer>;

/** All offsets up to `whole`, then every `stride`-th. */
export interface Offsets {
  readonly whole: number;
  readonly stride: number;
}

/** Every offset there is. */
export const EVERY: Offsets = { whole: Infinity, stride: 1 };

/** Something that is kept on disk, and the app's own code that opens it. */
export interface Target {
  readonly name: string;
  /** The files as a healthy run left them. */
  readonly files: Files;
  /** Which of them are attacked, each by itself, or several in the same way at once. */
  readonly attacked: readonly (readonly string[])[];
  /** Of a file's offsets, those attacked in the short version. */
  readonly quick: Offsets;
  /** The same in the long version. */
  readonly heavy: Offsets;
  /**
   * Opens the folder as the app does at a start, uses what came of it, and closes it. `damaged` holds the harmed bytes
   * that must still be somewhere when they were given up; null where a file was replaced by something without bytes.
   */
  open(folder: string, damaged: ReadonlyMap<string, Buffer | null>): Promise<Opening>;
}
