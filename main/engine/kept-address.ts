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
  /** Notes that the copy belongs to another address than this one, which is about to be kept. Rejects when the disk refuses. */
  oweWipe(address: string): Promise<void>;
  /** Whether the copy belongs to another address than the kept one: a move was not finished. Rejects when the store cannot be read. */
  owesWipe(): Promise<boolean>;
  /** The copy was wiped. Rejects when the disk refuses. */
  wiped(): Promise<void>;
}

const KEY = 'account.address';
/** The address for whose sake the copy is to be wiped. */
const OWED = 'account.wipeOwed';

/** Makes a {@link KeptAddress} in state.db. */
export function createKeptAddress(state: StateStore): KeptAddress {
  const textAt = async (key: string): Promise<string | null> => {
    const bytes = await state.get(key);
    return bytes === null ? null : new TextDecoder().decode(bytes);
  };
  const read = (): Promise<string | null> => textAt(KEY);
  return {
    read,
    oweWipe: (address) => state.set(OWED, new TextEncoder().encode(address)),
    async owesWipe() {
      const owed = await textAt(OWED);
      return owed !== null && owed === (await read());
    },
    wiped: () => state.delete(OWED),
    async keep(address) {
      if ((await read()) !== address) await state.set(KEY, new TextEncoder().encode(address));
    },
  };
}
