import type { SafeStorage } from '../../../main/vault/sealer.ts';

/** How the fake keyring behaves. */
export interface FakeKeyring {
  available: boolean;
  backend: string;
  /** What sealed blobs begin with; Chromium's public key writes `v10`, a keyring `v11`. */
  prefix: string;
  /** The keyring's own key: another one cannot open what this one sealed. */
  key: string;
}

/** A keyring that works. */
export function workingKeyring(): FakeKeyring {
  return { available: true, backend: 'gnome_libsecret', prefix: 'v11', key: 'a' };
}

/** safeStorage over a {@link FakeKeyring}, which a test may change meanwhile; only the synchronous half, as Electron 33 has it. */
export function fakeSafeStorage(keyring: FakeKeyring): SafeStorage {
  return {
    isEncryptionAvailable: () => keyring.available,
    getSelectedStorageBackend: () => keyring.backend,
    encryptString(text) {
      if (!keyring.available) throw new Error('Encryption is not available.');
      return Buffer.from(`${keyring.prefix}${keyring.key}${Buffer.from(text).toString('base64')}`, 'latin1');
    },
    decryptString(bytes) {
      const text = bytes.toString('latin1');
      if (!keyring.available || text[3] !== keyring.key) throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.');
      return Buffer.from(text.slice(4), 'base64').toString();
    },
  };
}

/** The same with the asynchronous half of Electron 42 and later; the synchronous half throws, so a test sees which was used. */
export function fakeAsyncSafeStorage(keyring: FakeKeyring, shouldReEncrypt = false): SafeStorage {
  const sync = fakeSafeStorage(keyring);
  const refuse = (): never => {
    throw new Error('the blocking call was used');
  };
  return {
    isEncryptionAvailable: refuse,
    encryptString: refuse,
    decryptString: refuse,
    getSelectedStorageBackend: () => keyring.backend,
    isAsyncEncryptionAvailable: () => Promise.resolve(keyring.available),
    encryptStringAsync: async (text) => sync.encryptString(text),
    decryptStringAsync: async (bytes) => ({ result: sync.decryptString(bytes), shouldReEncrypt }),
  };
}
