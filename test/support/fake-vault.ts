import { Secret } from '../../core/secret.ts';
import type { Vault } from '../../core/session/port.ts';

/** A vault whose seal is a scramble: reversible here, and a token in it is not found by a search for its text. */
export interface FakeVault extends Vault {
  state: Vault['state'];
  /** While true, what other days sealed does not open. */
  otherKey: boolean;
  failSeal: boolean;
}

const scramble = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0x5a);

/** Makes a {@link FakeVault}. */
export function fakeVault(state: Vault['state'] = 'keyring'): FakeVault {
  const vault: FakeVault = {
    state,
    backend: 'fake',
    otherKey: false,
    failSeal: false,
    async seal(secret) {
      if (vault.failSeal) throw new Error('keyring busy');
      return scramble(new TextEncoder().encode(secret.reveal()));
    },
    async unseal(sealed) {
      if (vault.otherKey) throw new Error('wrong key');
      return new Secret(new TextDecoder().decode(scramble(sealed)));
    },
  };
  return vault;
}
