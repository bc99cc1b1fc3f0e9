import type { Schema } from './migration.ts';

const FIRST = 'CREATE TABLE state (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;';

/** Schema of state.db; "CxTS". */
export const STATE_SCHEMA: Schema = { applicationId: 0x43785453, steps: [FIRST] };

/** See `CACHE_PROBES`. */
export const STATE_PROBES: readonly string[] = ['SELECT key, value FROM state LIMIT 1'];
