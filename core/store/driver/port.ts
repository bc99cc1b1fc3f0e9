/** What a statement takes and gives. Booleans are 0 and 1, times are epoch ms, lists and objects are JSON text. */
export type SqlValue = string | number | null | Uint8Array;

/**
 * One open SQLite database, synchronous. SQL texts are constants of this program, so each is compiled once and kept.
 * A failing call throws what the driver threw; `faultOf` (faults.ts) reads it.
 */
export interface Database {
  /** Runs one statement; returns how many rows it changed. */
  run(sql: string, ...params: readonly SqlValue[]): number;
  /** First row, or undefined. */
  get<Row>(sql: string, ...params: readonly SqlValue[]): Row | undefined;
  /** All rows. */
  all<Row>(sql: string, ...params: readonly SqlValue[]): Row[];
  /** Runs any number of statements without parameters. */
  exec(sql: string): void;
  /** Value of a pragma, as text or number. */
  pragma(name: string): SqlValue;
  /** Runs `work` in one immediate transaction: all of it is stored, or nothing. Does not nest. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/** Path that means "in memory, nothing on disk". */
export const IN_MEMORY = ':memory:';

/** Names of the two drivers; each is also the name of its package. */
export type DriverName = 'better-sqlite3-multiple-ciphers' | 'libsql';

/** A way to open SQLite files that are encrypted as a whole. */
export interface Driver {
  readonly name: DriverName;
  /** Opens or creates. A wrong key shows at the first read, not here. `key` is 32 random bytes; ignored in memory. */
  open(path: string, key: Uint8Array): Database;
}
