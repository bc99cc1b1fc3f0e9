import { EngineError } from '../../core/engine-error.ts';
import { silentLogger } from '../../core/log.ts';
import { createTokenFile } from '../../core/session/token-file.ts';
import type { Choose } from './choose.ts';
import { fakeClock, type FakeClock } from './fake-clock.ts';
import { fakeVault, type FakeVault } from './fake-vault.ts';
import { memoryState } from './memory-state.ts';
import { startMortalSession, type MortalSession } from './mortal-session.ts';
import { createTokenServer, type Rotation, type TokenServer } from './token-server.ts';

/** What the process is doing when it dies. */
export const CRASH_SCENES = ['sign-in', 'sign-in over another pair', 'refresh', 'second refresh', 'refused refresh', 'start and refresh', 'start after a death in a refresh', 'start after deaths in a wait', 'start with another keyring', 'sign-out', 'sign-out with an older pair aside'] as const;
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
  /** A pair that was on disk is gone. */
  readonly lost: boolean;
  readonly broken: readonly string[];
}

const MINUTE_MS = 60_000;
const AFTER_MS = 10 * MINUTE_MS;
const ASK_EVERY_MS = 20_000;
const OFF_MS = 2 * 60 * MINUTE_MS;

/** The pair on disk. */
interface Kept {
  readonly refreshToken: string;
}

/** What outlives every process of one run. */
interface Bench {
  readonly clock: FakeClock;
  readonly server: TokenServer;
  readonly vault: FakeVault;
  /** Refresh calls that had a slot, by token, since a pair last reached the disk: counted here, whatever the app wrote of them. */
  readonly tried: Map<string, number>;
  /** Refresh calls by token since a pair last reached the disk, or since this was emptied. */
  readonly unseen: Map<string, number>;
  calls: number;
  /** Most refresh calls with one token without a pair that reached the disk. */
  mostUnseen: number;
  /** Copies the sealed pair to where one is kept that does not open. */
  copyAside(): Promise<void>;
  start(dieAt: number): MortalSession;
  kept(): Promise<Kept | null>;
}

function makeBench(rotation: Rotation): Bench {
  const clock = fakeClock();
  const server = createTokenServer(rotation, () => clock.mono());
  const vault = fakeVault();
  const disk = memoryState();
  const unseen = new Map<string, number>();
  const begun = new Map<string, number>();
  const tried = new Map<string, number>();
  const onSlot = (token: string): void => void tried.set(token, (tried.get(token) ?? 0) + 1);
  const onSend = (token: string): void => {
    bench.calls += 1;
    unseen.set(token, (unseen.get(token) ?? 0) + 1);
    const all = (begun.get(token) ?? 0) + 1;
    begun.set(token, all);
    bench.mostUnseen = Math.max(bench.mostUnseen, all);
  };
  const onKept = (): void => {
    unseen.clear();
    begun.clear();
    tried.clear();
  };
  const bench: Bench = {
    clock, server, vault, unseen, tried,
    calls: 0,
    mostUnseen: 0,
    copyAside: async () => disk.set('session.pair.unreadable', (await disk.get('session.pair')) ?? new Uint8Array()),
    start: (dieAt) => startMortalSession(dieAt, { clock, disk, vault, server, onSlot, onSend, onKept }),
    async kept() {
      const found = await createTokenFile(memoryState(disk.disk), vault, silentLogger).read();
      return found.kind === 'record' && !found.record.dead ? { refreshToken: found.record.refreshToken.reveal() } : null;
    },
  };
  return bench;
}

const isExpected = (error: unknown): void => {
  if (!(error instanceof EngineError)) throw error;
};

/** Makes the moves a minute apart, until the process is dead. */
async function play({ clock }: Bench, mortal: MortalSession, moves: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const move of moves) {
    if (!mortal.died()) void move().catch(isExpected);
    await clock.advance(MINUTE_MS);
  }
  mortal.end();
}

/** The server refuses the API token in force. */
function refusal({ server }: Bench, { session }: MortalSession): Promise<void> {
  server.endApiTokens();
  return session.rejected(session.status().generation);
}

async function prepare(bench: Bench, scene: CrashScene, choose: Choose): Promise<void> {
  if (scene === 'sign-in') return;
  const before = bench.start(Infinity);
  await play(bench, before, [() => before.session.signIn(bench.server.issue()), ...Array.from({ length: choose(3) }, () => () => refusal(bench, before))]);
  // Its API token runs out while the app is off, so the start renews it without being asked.
  if (scene === 'start and refresh') await bench.clock.advance(OFF_MS);
  if (scene === 'sign-out with an older pair aside') {
    await bench.copyAside();
    // Dies in another sign-in, before it has removed what was aside.
    const dying = bench.start(2);
    await play(bench, dying, [() => dying.session.signIn(bench.server.issue())]);
  }
  if (scene === 'start after deaths in a wait') {
    for (let death = 0; death < 3; death++) {
      const waiting = bench.start(0);
      await play(bench, waiting, [() => waiting.session.load(), () => refusal(bench, waiting)]);
    }
  }
  if (scene !== 'start after a death in a refresh') return;
  // Dies with its request on the way, which the server has not seen.
  const dying = bench.start(3);
  await play(bench, dying, [() => dying.session.load(), () => refusal(bench, dying)]);
}

function movesOf(bench: Bench, scene: CrashScene, mortal: MortalSession): (() => Promise<unknown>)[] {
  const { session } = mortal;
  const load = (): Promise<unknown> => session.load();
  const signIn = (): Promise<void> => session.signIn(bench.server.issue());
  const refuse = (): Promise<void> => refusal(bench, mortal);
  const moves: Record<CrashScene, (() => Promise<unknown>)[]> = {
    'sign-in': [signIn],
    'sign-in over another pair': [load, signIn],
    'refresh': [signIn, refuse],
    'second refresh': [load, refuse, refuse],
    'refused refresh': [load, () => (bench.server.endRefreshTokens(), refuse())],
    'start and refresh': [load],
    'start after a death in a refresh': [load, refuse],
    'start after deaths in a wait': [load, refuse],
    'start with another keyring': [load],
    'sign-out': [load, () => session.signOut()],
    'sign-out with an older pair aside': [load, () => session.signOut()],
  };
  return moves[scene];
}

/** Ten minutes in which requests are made and the app is started anew now and then. Returns how it ends and how often it died on the way. */
async function liveOn(bench: Bench, choose: Choose, dieAgain: boolean): Promise<{ ended: CrashReport['ended']; served: boolean; deaths: number }> {
  const { clock, server } = bench;
  let running = bench.start(dieAgain ? choose(8) : Infinity);
  let deaths = 0;
  const request = async (): Promise<void> => {
    const { token, generation } = await running.session.current();
    if (!server.serves(token.reveal())) await running.session.rejected(generation);
  };
  void running.session.load();
  for (let past = 0; past < AFTER_MS; past += ASK_EVERY_MS) {
    await clock.advance(0);
    void request().catch(isExpected);
    await clock.advance(ASK_EVERY_MS);
    if (!running.died() && choose(6) > 0) continue;
    deaths += running.died() ? 1 : 0;
    running.end();
    running = bench.start(Infinity);
    void running.session.load();
  }
  await clock.advance(0);
  const served = await running.session.current().then(({ token }) => server.serves(token.reveal()), () => false);
  running.end();
  return { ended: running.session.status().state, served, deaths };
}

/** Whether there may be no pair on disk: a first one had not reached it, a sign-out had begun, or the server refused it. */
function mayHaveNone(scene: CrashScene, steps: readonly string[], refused: number): boolean {
  if (scene === 'sign-in') return !steps.includes('after set session.pair');
  if (scene.startsWith('sign-out')) return steps.includes('before delete session.pair');
  return scene === 'refused refresh' && refused > 0;
}

/** Whether a sign-out went far enough to count. */
function isSignedOut(scene: CrashScene, steps: readonly string[]): boolean {
  return scene.startsWith('sign-out') && steps.includes('after delete session.pair');
}

/** What was done too often, in words. */
function tooMany({ calls, mostUnseen }: Bench, deaths: number, triesAfter: number, refused: number): string[] {
  const broken: string[] = [];
  if (mostUnseen > 2) broken.push(`${mostUnseen} refreshes begun with one token, and none seen to end`);
  if (triesAfter > 1) broken.push(`${triesAfter} more tries with a token that was on its way`);
  if (calls > 2 + deaths) broken.push(`${calls} refresh calls in ten minutes`);
  if (refused > 1 + deaths) broken.push(`a dead refresh token was sent ${refused} times`);
  return broken;
}

/** What is wrong with how it ended, in words. `good`: the pair on disk was one that the server still takes. */
function wrongWith({ ended, served, deaths }: Awaited<ReturnType<typeof liveOn>>, kept: Kept | null, good: boolean): string[] {
  if (ended === 'signedIn') return served ? [] : ['says signed in, and nothing is served'];
  if (ended === 'signedOut' && kept !== null) return ['a kept pair is not known any more'];
  return good && deaths === 0 ? [`ended ${ended} although the pair on disk is good`] : [];
}

/**
 * Plays one scene until its `dieAt`-th step and the ten minutes after; `choose` decides what came before, when it is
 * restarted and, with `dieAgain`, where it dies a second time.
 */
export async function playCrash(scene: CrashScene, rotation: Rotation, dieAt: number, choose: Choose, dieAgain = false): Promise<CrashReport> {
  const bench = makeBench(rotation);
  const { server, unseen } = bench;
  await prepare(bench, scene, choose);
  bench.vault.otherKey = scene === 'start with another keyring';
  const mortal = bench.start(dieAt);
  await play(bench, mortal, movesOf(bench, scene, mortal));
  bench.vault.otherKey = false;

  const kept = await bench.kept();
  const refused = server.refused();
  const lost = kept === null && !mayHaveNone(scene, mortal.steps, refused);
  // Two deaths with a slot in hand are where trying ends, whatever the server made of them; waiting for one costs nothing.
  const good = kept !== null && (bench.tried.get(kept.refreshToken) ?? 0) < 2 && server.isAlive(kept.refreshToken);
  const onItsWay = kept && unseen.has(kept.refreshToken) ? kept.refreshToken : null;
  unseen.clear();
  bench.calls = 0;
  const after = await liveOn(bench, choose, dieAgain);
  const triesAfter = onItsWay === null ? 0 : (unseen.get(onItsWay) ?? 0);

  const broken = wrongWith(after, kept, good);
  if (kept && isSignedOut(scene, mortal.steps)) broken.push('a pair is back after a sign-out');
  broken.push(...tooMany(bench, after.deaths, triesAfter, server.refused() - refused));
  if (lost) broken.push('a pair that was on disk is gone');
  return { steps: mortal.steps, died: mortal.died(), ended: after.ended, triesAfter, callsAfter: bench.calls, lost, broken };
}

/** How many steps a scene has with a server of this kind, when nothing dies. */
export async function countSteps(scene: CrashScene, rotation: Rotation): Promise<number> {
  return (await playCrash(scene, rotation, Infinity, () => 0)).steps.length;
}
