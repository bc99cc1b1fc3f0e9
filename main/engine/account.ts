import type { PermissionCheck } from '../../contract/status.ts';
import { EngineError } from '../../core/engine-error.ts';
import type { Session } from '../../core/session/port.ts';
import type { Store } from '../../core/store/store.ts';
import type { Preferences } from '../preferences/preferences.ts';
import type { ConnectionTrial, Tried, TypedConnection } from './connection-trial.ts';
import type { EngineSwitch } from './engine-switch.ts';
import type { KeptAddress } from './kept-address.ts';

/** Signing in and out, and what belongs to it. */
export interface Account {
  /** Before the tokens are read: the address kept beside them counts, whatever the settings say. Rejects when the store cannot be read. */
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
  };
  /** The order matters if the app dies in between: at no moment may a kept token belong to another address than the kept one. */
  const moveTo = async (address: string): Promise<void> => {
    if (preferences.get().baseUrl !== address) {
      await session.signOut();
      await wipe();
    }
    await kept.keep(address);
    preferences.update({ baseUrl: address });
  };
  return {
    async recall() {
      const address = await kept.read();
      if (address !== null) preferences.update({ baseUrl: address });
    },
    async test(typed) {
      const { checks, baseUrl } = await trial.run(typed);
      return { checks, host: baseUrl.host };
    },
    async signIn(typed) {
      const tried = await trial.run(typed);
      requireSomething(tried);
      // Before anything is kept or dropped: with a refresh token that is refused, what was there stays.
      const { pair, failure } = await tried.prove();
      await engine.during(async () => {
        await moveTo(tried.baseUrl.href);
        await session.signIn(pair);
      });
      trial.forget();
      onProof(failure === null);
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
