import { EngineError } from '../../core/engine-error.ts';
import { createSession } from '../../core/session/session.ts';
import type { Choose } from './choose.ts';
import { fakeClock } from './fake-clock.ts';
import { fakeVault } from './fake-vault.ts';
import { memoryState } from './memory-state.ts';
import { createTokenServer } from './token-server.ts';

/** What stays wrong for hours while requests go on. */
export const STEADY_SCENES = ['no refresh is answered', 'every token is refused', 'one resource refuses every token'] as const;
/** One of {@link STEADY_SCENES}. */
export type SteadyScene = (typeof STEADY_SCENES)[number];

/** What came of it, counted where the refresh calls arrive. */
export interface SteadyReport {
  readonly hours: number;
  readonly refreshes: number;
  readonly requests: number;
  /** Most refresh calls in any 60 s and in any hour. */
  readonly mostPerMinute: number;
  readonly mostPerHour: number;
  readonly broken: readonly string[];
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const LENGTH_MS = 3 * HOUR_MS;
const FAILURES = ['offline', 'unreachable', 'serverError', 'notJson', 'wrongShape', 'blocked'] as const;

/**
 * What may be asked, by the rules of the session: after a failure 5 s, doubled up to a minute, each shortened by half at most,
 * and after a refresh that did not help 5 minutes, doubled up to 40.
 */
const BOUNDS: Record<SteadyScene, { readonly minute: number; readonly hour: number }> = {
  'no refresh is answered': { minute: 6, hour: 125 },
  'every token is refused': { minute: 2, hour: 6 },
  'one resource refuses every token': { minute: 2, hour: 6 },
};

function mostIn(times: readonly number[], span: number): number {
  return times.reduce((most, from, at) => Math.max(most, times.slice(at).filter((time) => time < from + span).length), 0);
}

/** Plays three hours of one scene, with requests every few seconds; `choose` decides how many and how failures look. */
export async function playSteady(scene: SteadyScene, choose: Choose): Promise<SteadyReport> {
  const clock = fakeClock();
  const server = createTokenServer('none', () => clock.mono());
  const arrived: number[] = [];
  const session = createSession({
    clock,
    state: memoryState(),
    vault: fakeVault(),
    random: () => choose(1000) / 1000,
    async requestToken(token, beforeSend) {
      await beforeSend();
      arrived.push(clock.mono());
      if (scene === 'no refresh is answered') throw new EngineError(FAILURES[choose(FAILURES.length)] ?? 'offline');
      return server.refresh(token.reveal());
    },
  });
  await session.signIn(server.issue());
  if (scene === 'no refresh is answered') server.endApiTokens();
  let requests = 0;
  let served = 0;
  async function request(): Promise<void> {
    requests += 1;
    const { token, generation } = await session.current();
    const refused = scene === 'every token is refused' || (scene !== 'no refresh is answered' && requests % 2 === 0) || !server.serves(token.reveal());
    if (!refused) served += 1;
    else await session.rejected(generation);
  }
  while (clock.mono() < LENGTH_MS) {
    await request().catch((error: unknown) => {
      if (!(error instanceof EngineError)) throw error;
    });
    await clock.advance(1_000 + choose(20) * 1_000);
  }
  session.dispose();
  const most = { mostPerMinute: mostIn(arrived, MINUTE_MS), mostPerHour: mostIn(arrived, HOUR_MS) };
  const bound = BOUNDS[scene];
  const broken: string[] = [];
  if (most.mostPerMinute > bound.minute) broken.push(`${most.mostPerMinute} refreshes in a minute, at most ${bound.minute}`);
  if (most.mostPerHour > bound.hour) broken.push(`${most.mostPerHour} refreshes in an hour, at most ${bound.hour}`);
  if (arrived.length < 2) broken.push('nobody tried to renew the token');
  if (scene === 'one resource refuses every token' && served < requests / 3) broken.push(`only ${served} of ${requests} requests were served`);
  if (session.status().state !== 'signedIn') broken.push(`ended ${session.status().state}`);
  return { hours: clock.mono() / HOUR_MS, refreshes: arrived.length, requests, ...most, broken };
}
