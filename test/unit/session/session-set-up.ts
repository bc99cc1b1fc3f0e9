import { afterEach } from 'vitest';
import { Secret } from '../../../core/secret.ts';
import type { RequestToken, Session, TokenReply } from '../../../core/session/port.ts';
import { createSession, type SessionOptions } from '../../../core/session/session.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { fakeVault } from '../../support/fake-vault.ts';
import { memoryState } from '../../support/memory-state.ts';

/** One minute in milliseconds. */
export const MINUTE = 60_000;
/** One hour in milliseconds. */
export const HOUR = 60 * MINUTE;

const open: Session[] = [];
afterEach(() => open.splice(0).forEach((session) => session.dispose()));

/** A token endpoint in a test's hand. */
export interface Endpoint {
  /** Refresh tokens it was asked with. */
  readonly asked: string[];
  /** How it answers; by default with a new API token and no new refresh token. */
  answer: (refreshToken: string, nth: number) => Promise<TokenReply>;
  readonly request: RequestToken;
}

/** Makes an {@link Endpoint}. */
export function endpoint(): Endpoint {
  const one: Endpoint = {
    asked: [],
    answer: (_refreshToken, nth) => Promise.resolve({ apiToken: new Secret(`api-${nth}`), refreshToken: null }),
    request: async (refreshToken, beforeSend) => {
      await beforeSend();
      one.asked.push(refreshToken.reveal());
      return one.answer(refreshToken.reveal(), one.asked.length);
    },
  };
  return one;
}

/** The pair that a person pastes. */
export const PASTED = { apiToken: new Secret('api-0'), refreshToken: new Secret('refresh-0') };

/** A session over a state in memory; `start` makes another one, as after a restart. */
export function setUp(over: Partial<SessionOptions> = {}) {
  const clock = fakeClock();
  const state = memoryState();
  const vault = fakeVault();
  const server = endpoint();
  const start = (more: Partial<SessionOptions> = {}): Session => {
    const session = createSession({ clock, state, vault, requestToken: server.request, random: () => 0.5, ...over, ...more });
    open.push(session);
    return session;
  };
  return { clock, state, vault, server, start, session: start() };
}

/** The text of the token that a session would send now. */
export async function tokenNow(session: Session): Promise<string> {
  return (await session.current()).token.reveal();
}
