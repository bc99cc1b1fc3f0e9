import type { Clock } from '../clock.ts';
import type { Vault } from './port.ts';
import type { StillWanted, TokenFile } from './token-file.ts';
import type { TokenRecord } from './token-record.ts';

/** How often a pair that the disk refused is written again, in milliseconds. */
const AGAIN_MS = 5_000;

/** Makes the pair in force durable. When the disk refuses, the pair serves from memory and is written again and again. */
export interface PairKeeper {
  /** Resolves when the record is on disk or was refused. */
  keep(record: TokenRecord, wanted: StillWanted): Promise<void>;
  /** Whether the pair in force is on disk. */
  persisted(): boolean;
  /** Another pair, or none, is in force. `onDisk`: that one is known to be there. */
  reset(onDisk: boolean): void;
  dispose(): void;
}

/** Makes a {@link PairKeeper}; `onChange` hears when a later try succeeded. */
export function createPairKeeper(clock: Clock, vault: Vault, file: TokenFile, onChange: () => void): PairKeeper {
  let persisted = false;
  let disposed = false;
  /** Only the latest call counts: an older record must never be written over a newer one. */
  let turn = 0;
  let cancel: () => void = () => undefined;

  async function keep(record: TokenRecord, wanted: StillWanted): Promise<void> {
    cancel();
    turn += 1;
    const mine = turn;
    const latest = (): boolean => mine === turn && wanted();
    const saved = await file.save(record, latest);
    if (!latest()) return;
    persisted = saved;
    if (saved || disposed || vault.state !== 'keyring') return;
    cancel = clock.after(AGAIN_MS, () => void keep(record, wanted).then(onChange));
  }

  return {
    keep,
    persisted: () => persisted,
    reset(onDisk) {
      cancel();
      turn += 1;
      persisted = onDisk;
    },
    dispose() {
      disposed = true;
      cancel();
    },
  };
}
