import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openVault } from '../../../../main/vault/open-vault.ts';
import { createSealer } from '../../../../main/vault/sealer.ts';
import { watchLockedVault } from '../../../../main/vault/watch-locked-vault.ts';
import { fakeSafeStorage, workingKeyring } from '../../../support/electron/fake-safe-storage.ts';
import { recordingLog } from '../../../support/electron/recording-log.ts';
import { temporaryFolder } from '../../../support/electron/temporary-folder.ts';
import { fakeClock } from '../../../support/fake-clock.ts';

/** A vault that was used before and is locked now, and who waits for it. */
async function locked() {
  const keyring = workingKeyring();
  const clock = fakeClock();
  const folder = temporaryFolder();
  const reading = { sealer: createSealer(fakeSafeStorage(keyring), 'linux'), keyFile: join(folder, 'vault.bin'), log: recordingLog() };
  await openVault({ ...reading, dataFolder: join(folder, 'data'), clock });
  keyring.available = false;
  let opened = 0;
  const watch = watchLockedVault({ ...reading, clock, onOpened: () => void (opened += 1) });
  return { keyring, clock, folder, watch, opened: () => opened };
}

/** Reading a real file takes real time, which the fake clock does not know. */
const diskSettles = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));

describe('a vault that is locked at the start', () => {
  it('is asked now and then, and says once that it opens', async () => {
    const { keyring, clock, watch, opened, folder } = await locked();
    for (let i = 0; i < 4; i++) {
      await clock.advance(30_000);
      await diskSettles();
    }
    expect(opened()).toBe(0);
    keyring.available = true;
    await clock.advance(31_000);
    await diskSettles();
    expect([opened(), clock.pending()]).toEqual([1, 0]);
    watch.wake();
    await clock.advance(120_000);
    expect([opened(), readdirSync(folder).sort()]).toEqual([1, ['vault.bin', 'vault.bin.copy']]);
  });

  it('is asked at once when the machine wakes, and not while another key is in the keyring', async () => {
    const { keyring, watch, opened, clock } = await locked();
    keyring.available = true;
    keyring.key = 'another';
    watch.wake();
    await diskSettles();
    expect(opened()).toBe(0);
    keyring.key = 'a';
    watch.wake();
    await diskSettles();
    expect([opened(), clock.pending()]).toEqual([1, 0]);
  });

  it('is left in peace after the end', async () => {
    const { keyring, watch, opened, clock } = await locked();
    watch.dispose();
    keyring.available = true;
    watch.wake();
    await clock.advance(120_000);
    expect([opened(), clock.pending()]).toEqual([0, 0]);
  });
});
