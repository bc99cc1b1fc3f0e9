import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseDriver } from '../../../core/store/driver/choose.ts';
import { faultOf } from '../../../core/store/driver/faults.ts';
import { IN_MEMORY } from '../../../core/store/driver/port.ts';
import type { Database } from '../../../core/store/driver/port.ts';
import { DRIVERS, TEST_KEY } from '../../support/temp-store.ts';

describe.each(DRIVERS)('connection of %s', (name) => {
  let db: Database;
  beforeEach(async () => {
    db = (await chooseDriver(name)).open(IN_MEMORY, TEST_KEY);
    db.exec('CREATE TABLE t (k TEXT PRIMARY KEY, n INTEGER, b BLOB) STRICT');
  });
  afterEach(() => db.close());

  it('gives back what it was given', () => {
    const bytes = Uint8Array.from([0, 1, 255, 0]);
    expect(db.run('INSERT INTO t VALUES (?, ?, ?)', 'ção😀', 1_767_614_400_000, bytes)).toBe(1);
    const row = db.get<{ k: string; n: number; b: Uint8Array }>('SELECT * FROM t');
    expect(Object.keys(row ?? {})).toEqual(['k', 'n', 'b']);
    expect([row?.k, row?.n, [...(row?.b ?? [])]]).toEqual(['ção😀', 1_767_614_400_000, [...bytes]]);
    expect(row?.b).toBeInstanceOf(Uint8Array);
    expect(db.get('SELECT * FROM t WHERE k = ?', 'none')).toBeUndefined();
    expect(db.all('SELECT n FROM t WHERE b IS NULL')).toEqual([]);
  });

  it('takes null alone, and bytes alone', () => {
    expect(db.get('SELECT ? IS NULL AS yes', null)).toEqual({ yes: 1 });
    expect(db.get('SELECT length(?) AS n', new Uint8Array(3))).toEqual({ n: 3 });
  });

  it('refuses a value that one of the libraries would end the process for', () => {
    for (const value of [true, undefined, {}, Number.NaN] as unknown as string[]) {
      expect(() => db.run('INSERT INTO t (k) VALUES (?)', value)).toThrow(TypeError);
    }
  });

  it('undoes a transaction that throws and tells the first error', () => {
    expect(() => db.transaction(() => {
      db.run('INSERT INTO t (k) VALUES (?)', 'a');
      throw new Error('mine');
    })).toThrow('mine');
    expect(() => db.transaction(() => {
      db.run('INSERT INTO t (k) VALUES (?)', 'a');
      db.exec('ROLLBACK');
      throw new Error('mine too');
    })).toThrow('mine too');
    expect(db.all('SELECT k FROM t')).toEqual([]);
    expect(db.transaction(() => db.run('INSERT INTO t (k) VALUES (?)', 'a'))).toBe(1);
  });

  it('reads a pragma and tells its own errors from the disk\'s', async () => {
    expect(db.pragma('user_version')).toBe(0);
    const caught = (run: () => unknown): unknown => {
      try {
        return run();
      } catch (error) {
        return error;
      }
    };
    expect(faultOf(caught(() => db.all('SELECT nothing')))).toBe('program');
    expect(faultOf(new Error('x'))).toBe('program');
    const driver = await chooseDriver(name);
    expect(faultOf(caught(() => driver.open('/dev', TEST_KEY).get('SELECT * FROM sqlite_schema')))).toBe('unavailable');
  });
});
