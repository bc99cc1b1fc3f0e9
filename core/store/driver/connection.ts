import type { Database, SqlValue } from './port.ts';

/** A compiled statement as both libraries have it; parameters always travel as one array. */
export interface RawStatement {
  run(params: readonly SqlValue[]): { changes: number };
  get(params: readonly SqlValue[]): unknown;
  all(params: readonly SqlValue[]): unknown[];
}

/** A connection as both libraries have it. */
export interface RawConnection {
  readonly inTransaction: boolean;
  prepare(sql: string): RawStatement;
  exec(sql: string): unknown;
  close(): unknown;
}

/** Makes a {@link Database} of a library's connection. `tidy` takes a library's oddities out of a row. */
export function connect(raw: RawConnection, tidy: (row: unknown) => unknown = (row) => row): Database {
  const compiled = new Map<string, RawStatement>();
  const statement = (sql: string): RawStatement => {
    const known = compiled.get(sql) ?? raw.prepare(sql);
    compiled.set(sql, known);
    return known;
  };
  return {
    run: (sql, ...params) => statement(sql).run(checked(params)).changes,
    get: <Row>(sql: string, ...params: readonly SqlValue[]) => {
      const row = statement(sql).get(checked(params));
      return row === undefined ? undefined : (tidy(row) as Row);
    },
    all: <Row>(sql: string, ...params: readonly SqlValue[]) => statement(sql).all(checked(params)).map((row) => tidy(row) as Row),
    exec: (sql) => void raw.exec(sql),
    pragma: (name) => {
      const row = raw.prepare(`PRAGMA ${name}`).get([]);
      return row === undefined ? null : (Object.values(row as object)[0] as SqlValue);
    },
    transaction: (work) => transaction(raw, work),
    close: () => {
      compiled.clear();
      raw.close();
    },
  };
}

function transaction<T>(raw: RawConnection, work: () => T): T {
  raw.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    raw.exec('COMMIT');
    return result;
  } catch (error) {
    // A full disk rolls back by itself; a second ROLLBACK would hide the first error.
    if (raw.inTransaction) raw.exec('ROLLBACK');
    throw error;
  }
}

/** One of the libraries ends the process on a boolean and takes `undefined` for NULL, so both get checked values only. */
function checked(params: readonly SqlValue[]): readonly SqlValue[] {
  for (const value of params) {
    if (value === null || typeof value === 'string' || value instanceof Uint8Array) continue;
    if (typeof value !== 'number' || !Number.isFinite(value)) throw new TypeError(`Not a SQL value: ${typeof value}`);
  }
  return params;
}
