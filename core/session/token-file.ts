import type { Logger } from '../log.ts';
import type { StateStore } from '../store/store.ts';
import type { Vault } from './port.ts';
import { packIntent, pairMark, unpackIntent, type RefreshIntent } from './refresh-intent.ts';
import { packRecord, unpackRecord, type TokenRecord } from './token-record.ts';

/** The sealed pair. */
const PAIR = 'session.pair';
/** A sealed pair that could not be opened; it is tried again at every start. */
const UNREADABLE = 'session.pair.unreadable';
/** The intent of a refresh. */
const INTENT = 'session.refresh';

/** Whether the sign-in that asked for a write still stands. */
export type StillWanted = () => boolean;

/** What is on disk at start. `unreadable`: something is, but it does not open now. */
export type Found = { readonly kind: 'none' } | { readonly kind: 'unreadable' } | { readonly kind: 'record'; readonly record: TokenRecord; readonly intent: RefreshIntent | null };

/**
 * The token pair on disk, sealed by the vault. Without a keyring nothing is written. Writes happen one after the other,
 * and each asks right before it takes effect whether it is still wanted, so that nothing is written after a sign-out.
 */
export interface TokenFile {
  read(): Promise<Found>;
  /** True when the record is on disk and reads back the same. */
  save(record: TokenRecord, wanted: StillWanted): Promise<boolean>;
  /** Notes that a refresh begins. A disk that refuses costs crash safety, not the refresh. */
  begin(intent: RefreshIntent, wanted: StillWanted): Promise<void>;
  /** Notes that its end was seen. */
  end(wanted: StillWanted): Promise<void>;
  /** Removes everything. */
  clear(): Promise<void>;
}

/** Makes a {@link TokenFile}. */
export function createTokenFile(state: StateStore, vault: Vault, logger: Logger): TokenFile {
  let last: Promise<unknown> = Promise.resolve();

  /** Runs one job after all before it; a failed one does not hold up the next. */
  function inTurn<T>(job: () => Promise<T>): Promise<T> {
    const turn = last.then(job);
    last = turn.catch(() => undefined);
    return turn;
  }

  async function open(key: string): Promise<TokenRecord | null> {
    const sealed = await state.get(key);
    if (!sealed) return null;
    try {
      return unpackRecord(await vault.unseal(sealed));
    } catch {
      return null;
    }
  }

  /** Keeps what does not open: the keyring may be another one today. */
  async function setAside(): Promise<void> {
    const sealed = await state.get(PAIR);
    if (!sealed) return;
    await state.set(UNREADABLE, sealed);
    await state.delete(PAIR);
    logger.warn('session.setAside');
  }

  async function readIntent(record: TokenRecord): Promise<RefreshIntent | null> {
    const bytes = await state.get(INTENT);
    const intent = bytes && unpackIntent(bytes);
    return intent?.pair === pairMark(record) ? intent : null;
  }

  async function find(): Promise<Found> {
    const present = (await state.get(PAIR)) ?? (await state.get(UNREADABLE));
    if (!present) return { kind: 'none' };
    if (vault.state !== 'keyring') return { kind: 'unreadable' };
    const record = (await open(PAIR)) ?? (await open(UNREADABLE));
    if (record) return { kind: 'record', record, intent: await readIntent(record) };
    await setAside();
    return { kind: 'unreadable' };
  }

  async function store(record: TokenRecord, wanted: StillWanted): Promise<boolean> {
    if (vault.state !== 'keyring') return false;
    const sealed = await vault.seal(packRecord(record));
    if (!wanted()) return false;
    await state.set(PAIR, sealed);
    const back = await state.get(PAIR);
    if (!back || Buffer.compare(back, sealed) !== 0) return false;
    if (wanted()) await state.delete(UNREADABLE).catch(() => undefined);
    return true;
  }

  return {
    read: () =>
      inTurn(find).catch(() => {
        logger.error('session.notReadable');
        return { kind: 'unreadable' };
      }),
    save: (record, wanted) =>
      inTurn(() => store(record, wanted)).catch(() => {
        logger.error('session.notWritten');
        return false;
      }),
    begin: (intent, wanted) =>
      inTurn(async () => {
        if (vault.state === 'keyring' && wanted()) await state.set(INTENT, packIntent(intent));
      }).catch(() => logger.warn('session.intentNotWritten')),
    end: (wanted) =>
      inTurn(async () => {
        if (vault.state === 'keyring' && wanted()) await state.delete(INTENT);
      }).catch(() => logger.warn('session.intentNotRemoved')),
    clear: () =>
      inTurn(async () => {
        // The pair in force goes after any older one: a crash in between must not bring that one back.
        for (const key of [UNREADABLE, PAIR, INTENT]) await state.delete(key);
      }),
  };
}
