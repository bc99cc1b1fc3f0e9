/** Electron's safeStorage as far as it is used. The `…Async` half exists from Electron 42 on and is preferred: it does not block on a prompt. */
export interface SafeStorage {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(bytes: Buffer): string;
  getSelectedStorageBackend?(): string;
  isAsyncEncryptionAvailable?(): Promise<boolean>;
  encryptStringAsync?(text: string): Promise<Buffer>;
  decryptStringAsync?(bytes: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }>;
}

/** The system's encryption behind one asynchronous face. */
export interface Sealer {
  /** Name of what encrypts, for the settings screen. */
  readonly backend: string;
  /** Whether the system truly encrypts now: a keyring that answers, not a key that everybody knows. */
  usable(): Promise<boolean>;
  seal(text: string): Promise<Uint8Array>;
  /** Rejects when the system cannot open it. `stale`: it should be sealed again. */
  unseal(sealed: Uint8Array): Promise<{ text: string; stale: boolean }>;
}

/** Chromium marks what it sealed with its built-in, public key with this prefix: on Linux that is no encryption. */
const PUBLIC_KEY_PREFIX = 'v10';
const NO_BACKEND = 'basic_text';
const BACKEND_BY_PLATFORM: Readonly<Record<string, string>> = { darwin: 'keychain', win32: 'dpapi' };

function sealedWithPublicKey(platform: string, sealed: Uint8Array): boolean {
  return platform === 'linux' && Buffer.from(sealed.subarray(0, PUBLIC_KEY_PREFIX.length)).toString('latin1') === PUBLIC_KEY_PREFIX;
}

/** Seals through `safeStorage`. Call it after the app is ready: before that, Linux reports the wrong backend. */
export function createSealer(safeStorage: SafeStorage, platform: string): Sealer {
  const backend = platform === 'linux' ? (safeStorage.getSelectedStorageBackend?.() ?? 'unknown') : (BACKEND_BY_PLATFORM[platform] ?? 'unknown');
  const available = async (): Promise<boolean> => (await safeStorage.isAsyncEncryptionAvailable?.()) ?? safeStorage.isEncryptionAvailable();
  const seal = async (text: string): Promise<Uint8Array> => {
    const sealed = (await safeStorage.encryptStringAsync?.(text)) ?? safeStorage.encryptString(text);
    if (sealedWithPublicKey(platform, sealed)) throw new Error('The system sealed with a public key.');
    return sealed;
  };
  return {
    backend,
    async usable() {
      if (platform === 'linux' && backend === NO_BACKEND) return false;
      try {
        if (!(await available())) return false;
        await seal('probe');
        return true;
      } catch {
        return false;
      }
    },
    seal,
    async unseal(sealed) {
      const bytes = Buffer.from(sealed);
      const opened = await safeStorage.decryptStringAsync?.(bytes);
      const stale = sealedWithPublicKey(platform, sealed);
      return opened ? { text: opened.result, stale: stale || opened.shouldReEncrypt } : { text: safeStorage.decryptString(bytes), stale };
    },
  };
}
