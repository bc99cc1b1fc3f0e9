import { EngineError } from '../../engine-error.ts';

/**
 * What a database error means. `broken`: the file is not (any more) a database of ours that this key opens.
 * `unavailable`: disk, rights or locks; the file itself may be fine. `program`: a fault of this program.
 */
export type Fault = 'broken' | 'unavailable' | 'program';

const BROKEN = ['SQLITE_NOTADB', 'SQLITE_CORRUPT', 'SQLITE_IOERR_SHORT_READ', 'SQLITE_IOERR_DATA', 'SQLITE_FORMAT'];
const UNAVAILABLE = ['SQLITE_FULL', 'SQLITE_IOERR', 'SQLITE_CANTOPEN', 'SQLITE_READONLY', 'SQLITE_BUSY', 'SQLITE_LOCKED', 'SQLITE_PERM', 'SQLITE_NOLFS', 'SQLITE_NOMEM'];

/** SQLite's name of an error, or null when it is no database error. */
export function sqliteCode(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : null;
}

/** Whether an error that the store answered with says that a file is damaged; see {@link asEngineError}. */
export function saysBroken(error: unknown): boolean {
  const reason = error instanceof EngineError && error.code === 'storageUnavailable' ? error.params?.['reason'] : undefined;
  return typeof reason === 'string' && BROKEN.some((known) => reason.startsWith(known));
}

/** See {@link Fault}. */
export function faultOf(error: unknown): Fault {
  const code = sqliteCode(error);
  if (code === null) return 'program';
  const startsWith = (known: string): boolean => code.startsWith(known);
  if (BROKEN.some(startsWith)) return 'broken';
  return UNAVAILABLE.some(startsWith) ? 'unavailable' : 'program';
}

/**
 * An error as callers of the store get it: `storageUnavailable` with SQLite's code as `reason` (a full disk may heal,
 * a broken file does not), or `internal`.
 */
export function asEngineError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const fault = faultOf(error);
  const reason = sqliteCode(error);
  const params = reason === null ? {} : { params: { reason } };
  return new EngineError(fault === 'program' ? 'internal' : 'storageUnavailable', { ...params, retry: fault === 'unavailable', cause: error });
}
