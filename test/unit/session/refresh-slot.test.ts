import { describe, expect, it } from 'vitest';
import { CXPRESS_1_0 } from '../../../contract/profile/cxpress-1.0.ts';
import { parseBaseUrl } from '../../../core/api/base-url.ts';
import { createTokenRequest } from '../../../core/api/token-request.ts';
import { createGovernor } from '../../../core/governor/governor.ts';
import { createSession } from '../../../core/session/session.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { fakeVault } from '../../support/fake-vault.ts';
import { memoryState } from '../../support/memory-state.ts';
import { MINUTE, PASTED } from './session-set-up.ts';

const INTENT = 'session.refresh';

/** Session, token request and governor as the app joins them. `fill` takes every slot. */
function bench() {
  const clock = fakeClock();
  const vault = fakeVault();
  let state = memoryState();
  let sent = 0;
  const intentWhenSent: boolean[] = [];
  const fetch = async () => {
    sent += 1;
    intentWhenSent.push(state.disk.has(INTENT));
    return new Response('{"api_token":"new"}', { headers: { 'content-type': 'application/json' } });
  };
  const launch = async () => {
    const governor = createGovernor({ clock, state, budget: 3, uptime: () => 1e9 + clock.mono() });
    await clock.advance(0);
    const requestToken = createTokenRequest({ profile: CXPRESS_1_0, baseUrl: parseBaseUrl('https://api.test'), fetch, governor, clock });
    const session = createSession({ clock, state, vault, requestToken, random: () => 0 });
    return { governor, session };
  };
  const die = (run: Awaited<ReturnType<typeof launch>>): void => {
    state = state.crash();
    run.session.dispose();
    run.governor.dispose();
  };
  const fill = async ({ governor }: Awaited<ReturnType<typeof launch>>): Promise<void> => {
    // The refresh lane waits behind a full budget.
    for (let slot = 0; slot < 20; slot++) void governor.acquire('lookup').catch(() => undefined);
    await clock.advance(5_000);
  };
  return { clock, launch, die, fill, sent: () => sent, intentWhenSent, disk: () => state.disk };
}

describe('a refresh that waits for its slot', () => {
  it('costs no try when the app dies, however often', async () => {
    const { clock, launch, die, fill, sent, disk } = bench();
    const first = await launch();
    await first.session.signIn(PASTED);
    die(first);
    for (let death = 0; death < 4; death++) {
      const run = await launch();
      await fill(run);
      expect((await run.session.load()).state).toBe('signedIn');
      run.session.rejected(run.session.status().generation).catch(() => undefined);
      await clock.advance(1_000);
      expect([sent(), disk().has(INTENT)]).toEqual([0, false]);
      die(run);
    }
    const last = await launch();
    expect((await last.session.load()).state).toBe('signedIn');
    die(last);
  });

  it('is on disk when it leaves', async () => {
    const { clock, launch, die, intentWhenSent, disk } = bench();
    const run = await launch();
    await run.session.signIn(PASTED);
    run.session.rejected(1).catch(() => undefined);
    await clock.advance(10 * MINUTE);
    expect([intentWhenSent, disk().has(INTENT)]).toEqual([[true], false]);
    die(run);
  });

  it.each(['signOut', 'dispose'] as const)('does not leave after %s', async (end) => {
    const { clock, launch, die, fill, sent, disk } = bench();
    const run = await launch();
    await run.session.signIn(PASTED);
    await fill(run);
    run.session.rejected(1).catch(() => undefined);
    await clock.advance(1_000);
    void run.session[end]();
    run.governor.setBudget(300);
    await clock.advance(2 * MINUTE);
    expect([sent(), disk().has(INTENT)]).toEqual([0, false]);
    die(run);
  });
});
