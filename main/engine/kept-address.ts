import type { StateStore } from '../../core/store/store.ts';

/**
 * The API address that the tokens and the copy belong to. It lies beside them and not only in the settings file, because
 * that one can be lost, refuse to be written, or be written while a locked keyring keeps the databases shut; a token must
 * never go to another address for it.
 */
export interface KeptAddress {
  /** Null when none is kept. Rejects when the store cannot be read. */
  read(): Promise<string | null>;
  /** Rejects when the disk refuses. */
  keep(address: string): Promise<void>;
}

const KEY = 'account.address';

/** Makes a {@link KeptAddress} in state.db. */
export function createKeptAddress(state: StateStore): KeptAddress {
  const read = async (): Promise<string | null> => {
    const bytes = await state.get(KEY);
    return bytes === null ? null : new TextDecoder().decode(bytes);
  };
  return {
    read,
    async keep(address) {
      if ((await read()) !== address) await state.set(KEY, new TextEncoder().encode(address));
    },
  };
}
