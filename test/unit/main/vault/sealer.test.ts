import { describe, expect, it } from 'vitest';
import { createSealer } from '../../../../main/vault/sealer.ts';
import { fakeAsyncSafeStorage, fakeSafeStorage, workingKeyring } from '../../../support/electron/fake-safe-storage.ts';

describe('sealer', () => {
  it.each([['blocking', fakeSafeStorage], ['asynchronous', fakeAsyncSafeStorage]])('seals and opens with the %s half of safeStorage', async (_name, make) => {
    const sealer = createSealer(make(workingKeyring()), 'linux');
    expect(await sealer.usable()).toBe(true);
    const sealed = await sealer.seal('a token');
    expect(Buffer.from(sealed).toString('latin1')).not.toContain('a token');
    expect(await sealer.unseal(sealed)).toEqual({ text: 'a token', stale: false });
    expect(sealer.backend).toBe('gnome_libsecret');
  });

  it('hands on that something should be sealed again', async () => {
    const sealer = createSealer(fakeAsyncSafeStorage(workingKeyring(), true), 'linux');
    expect(await sealer.unseal(await sealer.seal('x'))).toEqual({ text: 'x', stale: true });
  });

  it.each([
    ['no encryption', { available: false }],
    ['the backend without encryption', { backend: 'basic_text' }],
    ['the key that everybody knows, whatever the backend is called', { prefix: 'v10' }],
  ])('does not take for usable: %s', async (_what, change) => {
    for (const make of [fakeSafeStorage, fakeAsyncSafeStorage]) {
      expect(await createSealer(make({ ...workingKeyring(), ...change }), 'linux').usable()).toBe(false);
    }
  });

  it('refuses on Linux to hand out what the public key sealed, and wants it sealed again when it finds it', async () => {
    const keyring = { ...workingKeyring(), prefix: 'v10' };
    const sealer = createSealer(fakeSafeStorage(keyring), 'linux');
    await expect(sealer.seal('x')).rejects.toThrow();
    expect(await sealer.unseal(fakeSafeStorage(keyring).encryptString('x'))).toEqual({ text: 'x', stale: true });
  });

  it.each([['darwin', 'keychain'], ['win32', 'dpapi']])('does not mind the prefix on %s, where it means something else', async (platform, backend) => {
    const sealer = createSealer(fakeSafeStorage({ ...workingKeyring(), prefix: 'v10' }), platform);
    expect([await sealer.usable(), sealer.backend]).toEqual([true, backend]);
  });

  it('takes a safeStorage that throws for unusable', async () => {
    const broken = { ...fakeSafeStorage(workingKeyring()), isEncryptionAvailable: () => { throw new Error('no bus'); } };
    expect(await createSealer(broken, 'linux').usable()).toBe(false);
  });
});
