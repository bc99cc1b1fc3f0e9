import { EngineError } from '../../core/engine-error.ts';
import { silentLogger } from '../../core/log.ts';
import type { Session, Vault } from '../../core/session/port.ts';
import { createSession } from '../../core/session/session.ts';
import { createTokenFile } from '../../core/session/token-file.ts';
import type { StateStore } from '../../core/store/store.ts';
import type { Choose } from './choose.ts';
import { fakeClock, type FakeClock } from './fake-clock.ts';
import { fakeVault } from './fake-vault.ts';
import { memoryState, type MemoryState } from './memory-state.ts';
import { createTokenServer, type Rotation, type TokenServer } from './token-server.ts';

/** What the process is doing when it dies. */
export const CRASH_SCENES = ['sign-in', 'sign-in over another pair', 'refresh', 'second refresh', 'refused refresh', 'start and refresh', 'start after a death in a refresh', 'start with another keyring', 'sign-out'] as const;
/** One of {@link CRASH_SCENES}. */
export type CrashScene = (typeof CRASH_SCENES)[number];

/** One death and what came after it. */
export interface CrashReport {
  /** Steps that the process passed; the last one is where it died. */
  readonly steps: readonly string[];
  readonly died: boolean;
  readonly ended: 'signedIn' | 'needsTokens' | 'signedOut';
  /** Tries, after the death, with a refresh token whose use before it was not seen to end. */
  readonly triesAfter: number;
  /** Refresh calls in the ten minutes after. */
  readonly callsAfter: number;
  /** A pair that was on disk and read back, and is gone. */
  readonly lost: boolean;
  readonly broken: readonly string[];
}

const AFTER_MS = 10 * 60_000;
const ASK_EVERY_MS = 20_000;
const HOUR_MS = 60 * 60_000;

/** A process that dies at one of its steps: it never goes on from there, and nothing of it takes effect any more. */
interface Mortal {
  readonly session: Session;
  readonly steps: readonly string[];
  died(): boolean;
  end(): void;
}

/** Makes the process. Each write counts twice: before and after it takes effect. */
function startMortal(dieAt: number, clock: FakeClock, disk: MemoryState, vault: Vault, server: TokenServer, onSend: (token: string) => void): Mortal {
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
    async requestToken(token) {
      await step('request leaves');
      onSend(token.reveal());
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

const isExpected = (error: unknown): void => {
  if (!(error instanceof EngineError)) throw error;
};

/**
 * Plays one scene until its `dieAt`-th step, then ten minutes in which requests are made and the app is started anew now
 * and then; `choose` decides what came before, when it is restarted, and whether it dies a second time.
 */
export async function playCrash(scene: CrashScene, rotation: Rotation, dieAt: number, choose: Choose, dieAgain = false): Promise<CrashReport> {
  const clock = fakeClock();
  const server = createTokenServer(rotation, clock.mono);
  const vault = fakeVault();
  const disk = memoryState();
  const broken: string[] = [];
  /** Sent with this refresh token since its last answer that reached the disk. */
  const unseen = new Map<string, number>();
  let calls = 0;
  const start = (death: number): Mortal =>
    startMortal(death, clock, disk, vault, server, (token) => {
      calls += 1;
      unseen.set(token, (unseen.get(token) ?? 0) + 1);
    });
  const keptPair = async (): Promise<string | null> => {
    const found = await createTokenFile(memoryState(disk.disk), vault, silentLogger).read();
    return found.kind === 'record' && !found.record.dead ? found.record.refreshToken.reveal() : null;
  };
  const refusal = ({ session }: Mortal): Promise<void> => {
    server.endApiTokens();
    return session.rejected(session.status().generation);
  };
  async function play(mortal: Mortal, all: readonly (() => Promise<unknown>)[]): Promise<void> {
    for (const move of all) {
      if (!mortal.died()) void move().catch(isExpected);
      await clock.advance(60_000);
    }
    mortal.end();
  }

  async function prepare(): Promise<void> {
    if (scene === 'sign-in') return;
    const before = start(Infinity);
    await play(before, [() => before.session.signIn(server.issue()), ...Array.from({ length: choose(3) }, () => () => refusal(before))]);
    // Its API token runs out while the app is off, so the start renews it without being asked.
    if (scene === 'start and refresh') await clock.advance(2 * HOUR_MS);
    if (scene !== 'start after a death in a refresh') return;
    // Dies with its request on the way, which the server has not seen.
    const dying = start(2);
    await play(dying, [() => dying.session.load(), () => refusal(dying)]);
  }
  /** The moves of the scene, a minute apart. */
  function moves(mortal: Mortal): (() => Promise<unknown>)[] {
    const { session } = mortal;
    const load = (): Promise<unknown> => session.load();
    const signIn = (): Promise<void> => session.signIn(server.issue());
    const refuseOnce = (): Promise<void> => refusal(mortal);
    switch (scene) {
      case 'sign-in':
        return [signIn];
      case 'sign-in over another pair':
        return [load, signIn];
      case 'sign-out':
        return [load, () => session.signOut()];
      case 'start with another keyring':
      case 'start and refresh':
        return [load];
      case 'second refresh':
        return [load, refuseOnce, refuseOnce];
      case 'refused refresh':
        return [load, () => (server.endRefreshTokens(), refuseOnce())];
      case 'refresh':
        return [signIn, refuseOnce];
      case 'start after a death in a refresh':
        return [load, refuseOnce];
    }
  }

  await prepare();
  if (scene === 'start with another keyring') vault.otherKey = true;
  const keptBefore = await keptPair();
  unseen.clear();
  const mortal = start(dieAt);
  await play(mortal, moves(mortal));
  vault.otherKey = false;

  const kept = await keptPair();
  const durable = [...mortal.steps].reverse().find((name) => name === 'after set session.pair' || name.startsWith('before delete session.pair'));
  const signedOutForGood = scene === 'sign-out' && mortal.steps.some((name) => name.startsWith('before delete session.pair'));
  const endedByServer = scene === 'refused refresh' && server.refused() > 0;
  const lost = kept === null && !endedByServer && !signedOutForGood && (keptBefore !== null || durable !== undefined);
  const mustBeSignedIn = kept !== null && server.isAlive(kept);
  const wasOnItsWay = new Set([...unseen].filter(([token]) => token === kept).map(([token]) => token));
  unseen.clear();
  calls = 0;
  const refusedBefore = server.refused();

  let running = start(dieAgain ? choose(8) : Infinity);
  let deaths = 0;
  await running.session.load();
  for (let past = 0; past < AFTER_MS; past += ASK_EVERY_MS) {
    void (async () => {
      const { token, generation } = await running.session.current();
      if (!server.serves(token.reveal())) await running.session.rejected(generation);
    })().catch(isExpected);
    await clock.advance(ASK_EVERY_MS);
    if (!running.died() && choose(6) > 0) continue;
    deaths += running.died() ? 1 : 0;
    running.end();
    running = start(Infinity);
    await running.session.load();
    await clock.advance(0);
  }
  const ended = running.session.status().state;
  const served = await running.session.current().then(({ token }) => server.serves(token.reveal()), () => false);
  running.end();

  const triesAfter = Math.max(0, ...[...unseen].filter(([token]) => wasOnItsWay.has(token)).map(([, tries]) => tries));
  if (ended === 'signedIn' && !served) broken.push('says signed in, and nothing is served');
  if (ended === 'signedOut' && kept !== null) broken.push('a kept pair is not known any more');
  if (mustBeSignedIn && deaths === 0 && ended !== 'signedIn') broken.push(`ended ${ended} although the pair on disk is good`);
  if (triesAfter > 1) broken.push(`${triesAfter} more tries with a token that was on its way`);
  if (calls > 2 + deaths) broken.push(`${calls} refresh calls in ten minutes`);
  if (server.refused() - refusedBefore > 1) broken.push(`a dead refresh token was sent ${server.refused() - refusedBefore} times`);
  if (lost) broken.push('a pair that was on disk is gone');
  return { steps: mortal.steps, died: mortal.died(), ended, triesAfter, callsAfter: calls, lost, broken };
}

/** How many steps a scene has with a server of this kind, when nothing dies. */
export async function countSteps(scene: CrashScene, rotation: Rotation): Promise<number> {
  return (await playCrash(scene, rotation, Infinity, () => 0)).steps.length;
}
