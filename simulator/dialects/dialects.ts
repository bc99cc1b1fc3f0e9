import { BARE } from './bare.ts';
import { CURSOR } from './cursor.ts';
import type { Dialect, DialectName } from './dialect.ts';
import { LINK } from './link.ts';
import { NEXTLINK } from './nextlink.ts';
import { OFFSET } from './offset.ts';
import { STANDARD } from './standard.ts';
import { VERSIONS } from './versions.ts';

export { DIALECT_NAMES, type Dialect, type DialectName } from './dialect.ts';

/** Every way the simulator can speak, by name; all of them tell of one world. */
export const DIALECTS: Readonly<Record<DialectName, Dialect>> = { standard: STANDARD, offset: OFFSET, cursor: CURSOR, link: LINK, nextlink: NEXTLINK, bare: BARE, versions: VERSIONS };
