import { z } from 'zod';
import type { Logger } from '../../core/log.ts';
import { Secret } from '../../core/secret.ts';
import type { Vault } from '../../core/session/port.ts';
import type { StateStore } from '../../core/store/store.ts';

/** Name and password for the manual proxy. */
export interface ProxyCredentials {
  readonly user: string;
  readonly password: Secret;
}

/** Where they are kept: sealed in the state, or for this run only where nothing may be written. */
export interface KeptCredentials {
  /** Null when there are none, or they cannot be opened. */
  read(): Promise<ProxyCredentials | null>;
  /** Null forgets them. */
  keep(credentials: ProxyCredentials | null): Promise<void>;
}

const KEY = 'proxy-credentials';
const schema = z.object({ user: z.string(), password: z.string() });

/** Makes {@link KeptCredentials}. They are read from the disk once. */
export function createKeptCredentials(state: StateStore, vault: Vault, log: Logger): KeptCredentials {
  let known: ProxyCredentials | null | undefined;

  const load = async (): Promise<ProxyCredentials | null> => {
    if (vault.state !== 'keyring') return null;
    const sealed = await state.get(KEY);
    if (sealed === null) return null;
    const { user, password } = schema.parse(JSON.parse((await vault.unseal(sealed)).reveal()));
    return { user, password: new Secret(password) };
  };
  return {
    async read() {
      known ??= await load().catch((error: unknown) => {
        log.warn('proxy.credentialsNotRead', { error });
        return null;
      });
      return known;
    },
    async keep(credentials) {
      if (credentials === null) await state.delete(KEY);
      else if (vault.state === 'keyring') await state.set(KEY, await vault.seal(new Secret(JSON.stringify({ user: credentials.user, password: credentials.password.reveal() }))));
      // Not before: what the disk refused must not count all the same.
      known = credentials;
    },
  };
}
