import { EngineError } from '../../core/engine-error.ts';
import type { TokenReply } from '../../core/session/port.ts';
import { createSession } from '../../core/session/session.ts';
import type { StateStore } from '../../core/store/store.ts';
import type { Choose } from './choose.ts';
import { fakeClock } from './fake-clock.ts';
import { fakeVault } from './fake-vault.ts';
import { memoryState } from './memory-state.ts';
import { createTokenServer, ROTATIONS, type Rotation } from './token-server.ts';

/** What one interleaving did, counted while it ran. */
export interface InterleavingReport {
  readonly rotation: Rotation;
  readonly callers: number;
  readonly aborted: number;
  readonly served: number;
  /** Refresh calls that left. */
  readonly refreshes: number;
  /** Refresh calls that the server answered with new tokens. */
  readonly accepted: number;
  /** API tokens out of a refresh that came into force. */
  readonly generations: number;
  readonly signIns: number;
  readonly signOuts: number;
  /** Promises that were broken, in words. */
  readonly broken: readonly string[];
}

const NETWORK_FAILURES = ['offline', 'unreachable', 'serverError', 'notJson', 'blocked'] as const;
const MINUTE_MS = 60_000;

/** Between two sign-ins or sign-outs: the refreshes of one pair. */
interface Stay {
  readonly generationAtStart: number;
  accepted: number;
  /** Accepted by the server, but the answer never came. */
  lost: number;
}

/**
 * Plays one interleaving: callers, refusals with old and new generations, aborts, sign-outs, sign-ins and network failures
 * in the order that `choose` gives. Only one waiting step goes on at a time, so every order can happen. `calm`: no answer
 * is lost and nobody signs out or in, so that every refresh must come into force.
 */
export async function playInterleaving(choose: Choose, { calm = false } = {}): Promise<InterleavingReport> {
  const rotation = ROTATIONS[choose(ROTATIONS.length)] ?? 'none';
  const failPercent = calm || choose(2) === 0 ? 0 : choose(40);
  const clock = fakeClock();
  const server = createTokenServer(rotation, () => clock.mono());
  const vault = fakeVault();
  const disk = memoryState();
  const broken: string[] = [];
  const counts = { callers: 0, aborted: 0, served: 0, refreshes: 0, generations: 0, signIns: 0, signOuts: 0 };
  const flush = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  /** Steps that wait to be let go on. */
  const waiting: (() => void)[] = [];
  const turn = (): Promise<void> => new Promise((resolve) => waiting.push(resolve));
  let scheduled = false;
  disk.beforeSet = () => (scheduled ? turn() : Promise.resolve());
  /** API tokens that were on disk at some time. */
  const onDisk = new Set<string>();
  const state: StateStore = {
    get: (key) => disk.get(key),
    delete: (key) => disk.delete(key),
    async set(key, value) {
      await disk.set(key, value);
      if (key === 'session.pair') onDisk.add((JSON.parse((await vault.unseal(value)).reveal()) as { apiToken: string }).apiToken);
    },
  };

  let stay: Stay = { generationAtStart: 0, accepted: 0, lost: 0 };
  const onTheirWay: string[] = [];
  /** Generations of which somebody said that they were refused; no token gets old enough here to be renewed for its age. */
  const reported = new Set<number>();
  const reject = (generation: number): Promise<void> => {
    reported.add(generation);
    return session.rejected(generation);
  };
  async function requestToken(token: { reveal(): string }, beforeSend: () => Promise<void>): Promise<TokenReply> {
    const mine = stay;
    if (!reported.has(session.status().generation)) broken.push('a refresh that no refusal of the token in force asked for');
    // It waits for its slot; a sign-out or another sign-in may come in between.
    await turn();
    await beforeSend();
    if (mine !== stay) broken.push('a refresh left for a pair that is not in force any more');
    counts.refreshes += 1;
    onTheirWay.push(token.reveal());
    if (onTheirWay.length > 1) broken.push(`${onTheirWay.length} refresh calls at a time, ${new Set(onTheirWay).size} different refresh tokens`);
    try {
      await turn();
      const failure = choose(100) < failPercent ? NETWORK_FAILURES[choose(NETWORK_FAILURES.length)] : undefined;
      if (failure && choose(2) === 0) throw new EngineError(failure);
      const reply = server.refresh(token.reveal());
      mine.accepted += 1;
      await turn();
      if (!failure) return reply;
      mine.lost += 1;
      throw new EngineError(failure);
    } finally {
      onTheirWay.splice(onTheirWay.indexOf(token.reveal()), 1);
    }
  }
  const session = createSession({ clock, state, vault, requestToken, random: () => 0 });

  /** Closes the account of one pair. `drained`: nothing of it was under way any more. */
  function closeStay(drained: boolean): void {
    const adopted = session.status().generation - stay.generationAtStart;
    const missing = stay.accepted - stay.lost - adopted;
    if (missing < 0 || missing > (drained ? 0 : 1)) broken.push(`${stay.accepted} refreshes accepted, ${stay.lost} answers lost, ${adopted} generations`);
    counts.generations += adopted;
  }
  /** How much was written when the last sign-out had ended; null while signed in. */
  let writtenAtSignOut: number | null = null;
  const checkSilence = (): void => {
    if (writtenAtSignOut !== null && disk.log.length !== writtenAtSignOut) broken.push('something was written after a sign-out');
  };
  function signIn(): Promise<void> {
    checkSilence();
    writtenAtSignOut = null;
    closeStay(false);
    counts.signIns += 1;
    const signedIn = session.signIn(server.issue());
    stay = { generationAtStart: session.status().generation, accepted: 0, lost: 0 };
    return signedIn;
  }
  function signOut(): Promise<void> {
    checkSilence();
    writtenAtSignOut = null;
    closeStay(false);
    counts.signOuts += 1;
    const signIns = counts.signIns;
    const out = session.signOut();
    stay = { generationAtStart: session.status().generation, accepted: 0, lost: 0 };
    return out.then(() => {
      if (signIns !== counts.signIns) return;
      writtenAtSignOut = disk.log.length;
      if (disk.disk.size > 0) broken.push('a sign-out left something on disk');
    });
  }

  /** One request, as the client sends it. */
  async function call(caller: { aborted: boolean }): Promise<void> {
    for (let sends = 1; sends <= 2 && !caller.aborted; sends++) {
      const { token, generation } = await session.current();
      if (token.reveal().startsWith('api-') && !onDisk.has(token.reveal())) broken.push('a token was used before it was on disk');
      await turn();
      if (server.serves(token.reveal())) {
        counts.served += 1;
        return;
      }
      if (sends === 2) return;
      await reject(generation);
    }
  }

  await signIn();
  const open = new Set<Promise<unknown>>();
  const follow = (job: Promise<unknown>): void => {
    const mine = job.catch((error: unknown) => {
      if (!(error instanceof EngineError)) broken.push(`an unexpected error: ${String(error)}`);
    });
    open.add(mine);
    void mine.then(() => open.delete(mine));
  };
  /** Something happens: the others go on, or somebody signs out or in, refuses a token, or gives up. */
  function happen(callers: { aborted: boolean }[]): void {
    const event = (calm ? 2 : 0) + choose((calm ? 28 : 30) + callers.length);
    const caller = callers[choose(callers.length)];
    if (event === 0) follow(signOut());
    else if (event === 1) follow(signIn());
    else if (event < 6) follow(reject(session.status().generation - choose(3)));
    else if (event < 12 && caller) {
      counts.aborted += caller.aborted ? 0 : 1;
      caller.aborted = true;
    } else waiting.splice(choose(waiting.length), 1)[0]?.();
  }
  async function wave(): Promise<void> {
    scheduled = true;
    if (choose(4) > 0) server.endApiTokens();
    const callers = Array.from({ length: 1 + choose([3, 20, 200][choose(3)] ?? 1) }, () => ({ aborted: false }));
    counts.callers += callers.length;
    for (const caller of callers) follow(call(caller));
    for (await flush(); waiting.length > 0; await flush()) happen(callers);
    if (open.size > 0) broken.push(`${open.size} callers wait for nothing`);
    scheduled = false;
  }
  for (let left = 1 + choose(3); left > 0; left--) {
    await clock.advance(MINUTE_MS);
    await wave();
    if (session.status().state !== 'signedIn' && choose(3) > 0) await signIn();
  }
  await flush();
  closeStay(true);
  checkSilence();
  session.dispose();
  if (clock.pending() > 0) broken.push('a timer was left behind');
  if (calm && counts.refreshes !== counts.generations) broken.push(`${counts.refreshes} refreshes for ${counts.generations} generations`);
  return { rotation, ...counts, accepted: server.accepted(), broken };
}
