import { Secret } from '../../../core/secret.ts';
import type { Vault } from '../../../core/session/port.ts';
import { verdict } from '../verdict.ts';
import type { Check } from '../verdict.ts';

const PROBE = 'a word that is no secret';

/** Seals a word and opens it again. */
export function keyringCheck(vault: Vault): Check {
  return async () => {
    const { state, backend } = vault;
    if (state !== 'keyring') return verdict('keyring', state === 'locked' ? 'locked' : 'absent', { backend });
    try {
      const opened = await vault.unseal(await vault.seal(new Secret(PROBE)));
      return verdict('keyring', opened.reveal() === PROBE ? 'sealed' : 'broken', { backend });
    } catch {
      return verdict('keyring', 'broken', { backend });
    }
  };
}
