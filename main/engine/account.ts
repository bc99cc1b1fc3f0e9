import type { PermissionCheck } from '../../contract/status.ts';
import { EngineError } from '../../core/engine-error.ts';
import type { Session } from '../../core/session/port.ts';
import type { TokenPair } from '../../core/session/trial-tokens.ts';
import type { Store } from '../../core/store/store.ts';
import type { Preferences } from '../preferences/preferences.ts';
import type { ConnectionTrial, Tried, TypedConnection } from './connection-trial.ts';
import type { EngineSwitch } from './engine-switch.ts';
import type { KeptAddress } from './kept-address.ts';

/** Signing in and out, and what belongs to it. */
export interface Account {
  /**
   * Before the tokens are read: the address kept beside them counts, whatever the settings say, and a copy that belongs to
   * another one is wiped. Rejects when the store cannot be read or wiped.
   */
  recall(): Promise<void>;
  /** Tries a connection and keeps nothing. */
  test(typed: TypedConnection): Promise<{ checks: PermissionCheck[]; host: string }>;
  signIn(typed: TypedConnection): Promise<{ checks: PermissionCheck[]; host: string; kept: 'keyring' | 'memory' }>;
  signOut(wipe: boolean): Promise<void>;
}

/** What an account needs. */
export interface AccountNeeds {
  readonly trial: ConnectionTrial;
  readonly session: Session;
  readonly engine: EngineSwitch;
  readonly store: Pick<Store, 'wipe'>;
  readonly preferences: Preferences;
  readonly address: KeptAddress;
  /** Whether what is stored outlives this run. */
  readonly persistent: boolean;
  /** Everything stored is gone. */
  readonly onWiped: () => void;
  /** Whether the refresh token of the new session was seen to work when it was signed in. */
  readonly onProof: (proved: boolean) => void;
}

/** A connection with which nothing at all can be read is not worth keeping. */
function requireSomething({ checks }: Tried): void {
  if (checks.some(({ outcome }) => outcome === 'ok')) return;
  if (checks.some(({ outcome }) => outcome === 'missing')) throw new EngineError('permissionMissing');
  throw new EngineError(checks.find(({ error }) => error !== null)?.error?.code ?? 'wrongShape');
}

/** Makes the account. */
export function createAccount({ trial, session, engine, store, preferences, address: kept, persistent, onWiped, onProof }: AccountNeeds): Account {
  const wipe = async (): Promise<void> => {
    await store.wipe();
    onWiped();
    await kept.wiped();
  };
  const payWipe = async (): Promise<void> => {
    if (await kept.owesWipe()) await wipe();
  };
  /**
   * The order matters if the app dies in between. At no moment may a kept token belong to another address than the kept one.
   * The new pair may be the only one that is good, so it is on disk before the long work; the copy's wipe is owed until done.
   */
  const take = async (address: string, pair: TokenPair): Promise<void> => {
    const moves = preferences.get().baseUrl !== address;
    if (moves) {
      await kept.oweWipe(address);
      await session.signOut();
    }
    await kept.keep(address);
    preferences.update({ baseUrl: address });
    await session.signIn(pair);
    await payWipe();
  };
  return {
    async recall() {
      const address = await kept.read();
      if (address !== null) preferences.update({ baseUrl: address });
      await payWipe();
    },
    async test(typed) {
      const { checks, baseUrl } = await trial.run(typed);
      return { checks, host: baseUrl.host };
    },
    async signIn(typed) {
      const tried = await trial.run(typed);
      requireSomething(tried);
      await engine.during(async () => {
        // Before anything is kept or dropped: with a refresh token that is refused, what was there stays. A server that rotates
        // has by then replaced the pasted token, so nothing that takes long lies between this and the pair on disk.
        const { pair, failure } = await tried.prove();
        await take(tried.baseUrl.href, pair);
        trial.forget();
        onProof(failure === null);
      });
      const where = persistent && session.status().persisted ? 'keyring' : 'memory';
      return { checks: tried.checks, host: tried.baseUrl.host, kept: where };
    },
    signOut: (alsoWipe) =>
      engine.during(async () => {
        trial.forget();
        // Also when the tokens could not be removed: who asked for the wipe must not have to ask again.
        await session.signOut().finally(() => (alsoWipe ? wipe() : undefined));
      }),
  };
}
