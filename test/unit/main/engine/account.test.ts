import { describe, expect, it } from 'vitest';
import type { PermissionCheck } from '../../../../contract/status.ts';
import { EngineError } from '../../../../core/engine-error.ts';
import { Secret } from '../../../../core/secret.ts';
import { createAccount } from '../../../../main/engine/account.ts';
import type { ConnectionTrial, Proof } from '../../../../main/engine/connection-trial.ts';
import { createKeptAddress } from '../../../../main/engine/kept-address.ts';
import { createEngineSwitch } from '../../../../main/engine/engine-switch.ts';
import type { Engine } from '../../../../main/engine/start-engine.ts';
import { memorySettingsFile } from '../../../../main/preferences/memory-settings-file.ts';
import { createPreferences } from '../../../../main/preferences/preferences.ts';
import { fakeSession } from '../../../support/electron/fake-session.ts';
import { fakeClock } from '../../../support/fake-clock.ts';
import { recordingLog } from '../../../support/electron/recording-log.ts';
import { memoryState } from '../../../support/memory-state.ts';

const typed = { baseUrl: 'ignored', apiToken: 'ignored', refreshToken: 'ignored' };
const check = (outcome: PermissionCheck['outcome'], error: PermissionCheck['error'] = null): PermissionCheck => ({ entity: 'ticket', outcome, total: null, error });

const pairOf = (name: string) => ({ apiToken: new Secret(`${name} api`), refreshToken: new Secret(`${name} refresh`) });

function desk({ checks = [check('ok')], address = 'https://a.test', formerAddress = '', persistent = true, state = memoryState(), wiping = () => Promise.resolve(), proving = () => Promise.resolve<Proof>({ pair: pairOf('proved'), failure: null }) } = {}) {
  const steps: string[] = [];
  const preferences = createPreferences(memorySettingsFile(), recordingLog());
  if (formerAddress !== '') preferences.update({ baseUrl: formerAddress });
  preferences.onChange(({ now }) => steps.push(`address ${now.baseUrl}`));
  const session = fakeSession(formerAddress === '' ? 'signedOut' : 'signedIn', steps);
  const engine = createEngineSwitch({ start: () => { steps.push('engine on'); return { end: async () => void steps.push('engine off') } as unknown as Engine; }, onChange: () => undefined, clock: fakeClock(), log: recordingLog() });
  engine.want(session.status().state === 'signedIn');
  session.onChange(({ state }) => engine.want(state === 'signedIn'));
  const trial: ConnectionTrial = {
    run: async () => ({ baseUrl: { href: address, host: 'a.test' }, checks, pair: pairOf('pasted'), prove: () => { steps.push('prove'); return proving(); } }),
    forget: () => void steps.push('forget'),
  };
  const account = createAccount({ trial, session, engine, preferences, address: createKeptAddress(state), persistent, store: { wipe: async () => { steps.push('wipe'); await wiping(); } }, onWiped: () => void steps.push('wiped'), onProof: (proved) => void steps.push(proved ? 'proved' : 'not proved') });
  const settled = async () => { await engine.during(async () => undefined); };
  return { account, steps, session, preferences, engine, settled };
}

describe('signing in', () => {
  it('keeps address and tokens, and starts the engine', async () => {
    const { account, steps, session, preferences } = desk();
    expect(await account.signIn(typed)).toEqual({ checks: [check('ok')], host: 'a.test', kept: 'keyring' });
    expect(steps).toEqual(['prove', 'signOut', 'address https://a.test', 'signIn', 'wipe', 'wiped', 'forget', 'proved', 'engine on']);
    expect([session.pair(), preferences.get().baseUrl]).toEqual([['proved api', 'proved refresh'], 'https://a.test']);
  });

  it('to the same address again keeps what is stored', async () => {
    const { account, steps } = desk({ formerAddress: 'https://a.test' });
    await account.signIn(typed);
    expect(steps).toEqual(['engine on', 'engine off', 'prove', 'signIn', 'forget', 'proved', 'engine on']);
  });

  it('to another address drops the old tokens, takes the address over and keeps the new pair, and only then drops the copy', async () => {
    const { account, steps } = desk({ formerAddress: 'https://old.test' });
    await account.signIn(typed);
    expect(steps).toEqual(['engine on', 'engine off', 'prove', 'signOut', 'address https://a.test', 'signIn', 'wipe', 'wiped', 'forget', 'proved', 'engine on']);
  });

  it('is refused with a refresh token that the server refuses, and what was there stays', async () => {
    const { account, steps } = desk({ formerAddress: 'https://old.test', proving: () => Promise.reject(new EngineError('refreshTokenRejected')) });
    await expect(account.signIn(typed)).rejects.toMatchObject({ code: 'refreshTokenRejected' });
    expect(steps).toEqual(['engine on', 'engine off', 'prove', 'engine on']);
  });

  it('goes on with the pasted pair where the refresh token could not be proved, and says so', async () => {
    const { account, steps, session } = desk({ formerAddress: 'https://a.test', proving: async () => ({ pair: pairOf('pasted'), failure: new EngineError('unreachable') }) });
    await account.signIn(typed);
    expect(session.pair()).toEqual(['pasted api', 'pasted refresh']);
    expect(steps).toContain('not proved');
  });

  it('is refused where the address cannot be kept beside the tokens', async () => {
    const state = memoryState();
    state.failWrites = true;
    const { account, session, preferences } = desk({ formerAddress: 'https://old.test', state });
    await expect(account.signIn(typed)).rejects.toThrow();
    expect([session.pair(), session.status().state, preferences.get().baseUrl]).toEqual([[], 'signedIn', 'https://old.test']);
  });

  it('keeps the proved pair where the copy cannot be wiped, and wipes it at the next start, once', async () => {
    const state = memoryState();
    const { account, session, steps } = desk({ formerAddress: 'https://old.test', state, wiping: () => Promise.reject(new EngineError('storageUnavailable')) });
    await expect(account.signIn(typed)).rejects.toMatchObject({ code: 'storageUnavailable' });
    expect([session.pair(), steps]).toEqual([['proved api', 'proved refresh'], expect.arrayContaining(['wipe'])]);
    const crashed = state.crash();
    const next = desk({ state: crashed });
    await next.account.recall();
    expect(next.steps).toEqual(['address https://a.test', 'wipe', 'wiped']);
    const third = desk({ state: crashed.crash() });
    await third.account.recall();
    expect(third.steps).not.toContain('wipe');
  });

  it('owes no wipe where it died before the new address was kept, and none after a wipe by hand', async () => {
    const state = memoryState();
    await createKeptAddress(state).keep('https://old.test');
    await createKeptAddress(state).oweWipe('https://a.test');
    const { account, steps } = desk({ state });
    await account.recall();
    expect(steps).toEqual(['address https://old.test']);
    await createKeptAddress(state).oweWipe('https://old.test');
    await account.signOut(true);
    await account.recall();
    expect(steps.filter((step) => step === 'wipe')).toHaveLength(1);
  });

  it('says so when nothing outlives this run', async () => {
    expect((await desk({ persistent: false }).account.signIn(typed)).kept).toBe('memory');
  });

  it.each<[string, PermissionCheck[], string]>([
    ['no permission for anything', [check('missing'), check('failed', { code: 'wrongShape' })], 'permissionMissing'],
    ['answers that make no sense', [check('failed', { code: 'wrongShape' })], 'wrongShape'],
  ])('is refused with %s, and nothing changes', async (_what, checks, code) => {
    const { account, steps } = desk({ checks, formerAddress: 'https://old.test' });
    await expect(account.signIn(typed)).rejects.toMatchObject({ code });
    expect(steps).toEqual(['engine on']);
  });
});

describe('at the next start', () => {
  it.each([['was lost', ''], ['was changed while the keyring was locked', 'https://other.test']])('the address kept beside the tokens counts when the one in the settings %s', async (_what, formerAddress) => {
    const state = memoryState();
    await desk({ state }).account.signIn(typed);
    const { account, preferences } = desk({ formerAddress, state: state.crash() });
    await account.recall();
    expect(preferences.get().baseUrl).toBe('https://a.test');
  });

  it('the settings count where none is kept', async () => {
    const { account, preferences } = desk({ formerAddress: 'https://a.test' });
    await account.recall();
    expect(preferences.get().baseUrl).toBe('https://a.test');
  });
});

describe('testing', () => {
  it('keeps nothing', async () => {
    const { account, steps } = desk();
    expect(await account.test(typed)).toEqual({ checks: [check('ok')], host: 'a.test' });
    expect(steps).toEqual([]);
  });
});

describe('signing out', () => {
  it('wipes what was to be wiped also when the tokens could not be removed', async () => {
    const { account, steps, session } = desk({ formerAddress: 'https://a.test' });
    session.signOut = async () => {
      throw new EngineError('storageUnavailable');
    };
    await expect(account.signOut(true)).rejects.toMatchObject({ code: 'storageUnavailable' });
    expect(steps).toContain('wipe');
  });

  it.each([[false, ['engine on', 'engine off', 'forget', 'signOut']], [true, ['engine on', 'engine off', 'forget', 'signOut', 'wipe', 'wiped']]])('with wipe %s', async (wipe, expected) => {
    const { account, steps, settled } = desk({ formerAddress: 'https://a.test' });
    await account.signOut(wipe);
    await settled();
    expect(steps).toEqual(expected);
  });
});

describe('the engine switch', () => {
  it('runs the engine again after work that failed', async () => {
    const { engine, steps } = desk({ formerAddress: 'https://a.test' });
    await expect(engine.during(() => Promise.reject(new EngineError('internal')))).rejects.toThrow();
    expect(steps).toEqual(['engine on', 'engine off', 'engine on']);
    expect(engine.current()).not.toBeNull();
  });

  it('begins anew when asked to, and only if it is wanted', async () => {
    const { engine, steps, settled } = desk({ formerAddress: 'https://a.test' });
    engine.restart();
    await settled();
    expect(steps).toEqual(['engine on', 'engine off', 'engine on', 'engine off', 'engine on']);
    const off = desk();
    off.engine.restart();
    await off.settled();
    expect(off.steps).toEqual([]);
  });

  it('stays off when the engine cannot start, and when it is disposed', async () => {
    const log = recordingLog();
    const broken = createEngineSwitch({ start: () => { throw new EngineError('addressInvalid'); }, onChange: () => undefined, clock: fakeClock(), log });
    broken.want(true);
    await broken.during(async () => broken.want(false));
    expect([broken.current(), log.lines.map(({ event }) => event)]).toEqual([null, ['engine.notStarted']]);
    const { engine, steps, settled } = desk({ formerAddress: 'https://a.test' });
    await settled();
    await engine.dispose();
    engine.want(true);
    await engine.dispose();
    expect([steps.at(-1), engine.current()]).toEqual(['engine off', null]);
  });
});
