import { betterSqlite3Driver } from './better-sqlite3.ts';
import { libsqlDriver } from './libsql.ts';
import type { Driver, DriverName } from './port.ts';

/** Node-API version that the shipped driver's binary needs. */
const SHIPPED_NEEDS_NAPI = 10;

/** Which driver this runtime can load without ending the process. */
export function driverFor(napi: string | undefined): DriverName {
  return Number(napi ?? 0) >= SHIPPED_NEEDS_NAPI ? 'better-sqlite3-multiple-ciphers' : 'libsql';
}

/** Loads one driver and nothing of the other. Without a name: the one that fits this runtime. */
export function chooseDriver(name: DriverName = driverFor(process.versions['napi'])): Promise<Driver> {
  return name === 'libsql' ? libsqlDriver() : betterSqlite3Driver();
}
