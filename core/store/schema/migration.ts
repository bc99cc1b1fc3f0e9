import type { Database } from '../driver/port.ts';

/** Steps from an empty file to today's schema. Step n (from 1) leaves `user_version` n; a released step never changes. */
export interface Schema {
  /** Marks a file as ours and as of which kind (SQLite `application_id`). */
  readonly applicationId: number;
  readonly steps: readonly string[];
}

/** Statements of a step: our own, each of which ends with its line, and none of which holds another. */
function statements(step: string): string[] {
  return step.split(/;[^\S\n]*(?:\n|$)/).filter((statement) => statement.trim() !== '');
}

/**
 * Brings a database to the newest version. Each step is one transaction: a kill leaves the version before or after it. A step
 * may take minutes with a large copy: `onProgress` hears of each of its statements that is done.
 */
export function migrate(db: Database, schema: Schema, onProgress: () => void = () => undefined): void {
  for (let version = Number(db.pragma('user_version')); version < schema.steps.length; version++) {
    const step = schema.steps[version] ?? '';
    db.transaction(() => {
      for (const statement of statements(step)) {
        db.exec(statement);
        onProgress();
      }
      db.exec(`PRAGMA application_id = ${schema.applicationId}; PRAGMA user_version = ${version + 1};`);
    });
  }
}

/** Tables and indexes with their definitions; those that SQLite and FTS5 keep for themselves are left out. */
export function definitions(db: Database): string {
  const rows = db.all<{ name: string; sql: string }>(
    `SELECT name, sql FROM sqlite_schema
      WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'search\\_%' ESCAPE '\\' ORDER BY name`,
  );
  return rows.map((row) => `${row.name}: ${row.sql}`).join('\n');
}
