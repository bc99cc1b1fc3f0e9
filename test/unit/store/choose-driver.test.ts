import { describe, expect, it } from 'vitest';
import { chooseDriver, driverFor } from '../../../core/store/driver/choose.ts';

describe('choice of the driver', () => {
  it('takes the shipped one from Node-API 10 on, for it ends the process below', () => {
    expect(['8', '9', '10', '11', undefined].map(driverFor)).toEqual([
      'libsql', 'libsql', 'better-sqlite3-multiple-ciphers', 'better-sqlite3-multiple-ciphers', 'libsql',
    ]);
  });

  it('loads what it chose', async () => {
    expect((await chooseDriver()).name).toBe(driverFor(process.versions['napi']));
    expect((await chooseDriver('libsql')).name).toBe('libsql');
  });
});
