import type { Session, Vault } from '../../core/session/port.ts';
import { createSession } from '../../core/session/session.ts';
import type { StateStore } from '../../core/store/store.ts';
import type { FakeClock } from './fake-clock.ts';
import type { MemoryState } from './memory-state.ts';
import type { TokenServer } from './token-server.ts';

/** What outlives a process, and who hears what it does. */
export interface MortalNeeds {
  readonly clock: FakeClock;
  readonly disk: MemoryState;
  readonly vault: Vault;
  readonly server: TokenServer;
  /** A refresh call with this token has its slot: from here on nobody can tell whether it left. */
  readonly onSlot: (refreshToken: string) => void;
  /** A refresh call is about to leave with this token. */
  readonly onSend: (refreshToken: string) => void;
  /** A pair has reached the disk. */
  readonly onKept: () => void;
}

/** A process with a session that dies at one of its steps: it never goes on from there, and nothing of it takes effect any more. */
export interface MortalSession {
  readonly session: Session;
  /** Steps passed so far; the last one is where it died. Each write counts twice: before and after it takes effect. */
  readonly steps: readonly string[];
  died(): boolean;
  end(): void;
}

/** Starts a {@link MortalSession} that dies at its `dieAt`-th step. */
export function startMortalSession(dieAt: number, { clock, disk, vault, server, onSlot, onSend, onKept }: MortalNeeds): MortalSession {
  const steps: string[] = [];
  let dead = false;
  function step(name: string): Promise<void> {
    if (!dead) {
      dead = steps.length === dieAt;
      steps.push(name);
    }
    return dead ? new Promise(() => undefined) : Promise.resolve();
  }
  async function write(name: string, act: () => Promise<void>): Promise<void> {
    await step(`before ${name}`);
    await act();
    if (name === 'set session.pair') onKept();
    await step(`after ${name}`);
  }
  const state: StateStore = {
    get: (key) => (dead ? new Promise(() => undefined) : disk.get(key)),
    set: (key, value) => write(`set ${key}`, () => disk.set(key, value)),
    delete: (key) => write(`delete ${key}`, () => disk.delete(key)),
  };
  const session = createSession({
    clock, state, vault,
    random: () => 0,
    async requestToken(token, beforeSend) {
      await step('waits for a slot');
      onSlot(token.reveal());
      await beforeSend();
      onSend(token.reveal());
      await step('request leaves');
      try {
        return server.refresh(token.reveal());
      } finally {
        await step('server has decided');
        await step('answer is here');
      }
    },
  });
  return { session, steps, died: () => dead, end: () => session.dispose() };
}
