import type { Clock } from '../../core/clock.ts';
import { copyOf, readKeyFile } from './key-file.ts';
import type { KeyReading } from './key-file.ts';

/** How often a shut keyring is asked again, in milliseconds. */
const ASK_MS = 30_000;

/** Waits for a keyring, or a disk, that gives the key after all. */
export interface LockedVaultWatch {
  /** The screen was unlocked or the machine woke up: a keyring opens at such moments. */
  wake(): void;
  dispose(): void;
}

/** What {@link watchLockedVault} needs. */
export interface LockedVaultNeeds extends KeyReading {
  /** See `VaultPlace.keyFile`. */
  readonly keyFile: string;
  readonly clock: Clock;
  /** The stored key can be opened now; called once. The files were read only. */
  readonly onOpened: () => void;
}

/**
 * Asks now and then whether the stored key opens. The running app stays in memory: what was done since then, such as a
 * new sign-in, and what is stored would have to be made one, so it is a restart that uses what is stored again.
 */
export function watchLockedVault({ keyFile, clock, onOpened, ...reading }: LockedVaultNeeds): LockedVaultWatch {
  let cancel: () => void = () => undefined;
  let asking = false;
  let done = false;

  const opens = async (): Promise<boolean> => {
    if (!(await reading.sealer.usable())) return false;
    for (const path of [keyFile, copyOf(keyFile)]) if ((await readKeyFile(path, reading)).state === 'open') return true;
    return false;
  };
  const ask = async (): Promise<void> => {
    if (asking || done) return;
    asking = true;
    cancel();
    const opened = await opens().catch(() => false);
    asking = false;
    if (done) return;
    if (!opened) {
      cancel = clock.after(ASK_MS, () => void ask());
      return;
    }
    done = true;
    reading.log.info('vault.opensNow');
    onOpened();
  };
  cancel = clock.after(ASK_MS, () => void ask());
  return {
    wake: () => void ask(),
    dispose() {
      done = true;
      cancel();
    },
  };
}
