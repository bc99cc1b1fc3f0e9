import { API_TOKEN_LIFE_MS } from '../../contract/limits.ts';
import type { Clock } from '../clock.ts';
import { createEmitter } from '../emitter.ts';
import { EngineError } from '../engine-error.ts';
import { silentLogger, type Logger } from '../log.ts';
import type { Secret } from '../secret.ts';
import type { StateStore } from '../store/store.ts';
import { createPairKeeper } from './pair-keeper.ts';
import type { AccessToken, RequestToken, Session, SessionStatus, TokenReply, Vault } from './port.ts';
import { pairMark } from './refresh-intent.ts';
import { startFlight, type RefreshFlight } from './refresh-flight.ts';
import { createRetryPause } from './retry-pause.ts';
import { createRefusalPatience } from './refusal-patience.ts';
import { startTokenAge, type TokenAge } from './token-age.ts';
import { createTokenFile, type Found, type StillWanted } from './token-file.ts';
import { pastedRecord, renewedRecord, type TokenRecord } from './token-record.ts';

/** What a session needs. */
export interface SessionOptions {
  readonly clock: Clock;
  readonly state: StateStore;
  readonly vault: Vault;
  readonly requestToken: RequestToken;
  readonly logger?: Logger;
  /** Spreads refreshes of many desktops; 0 ≤ x < 1. */
  readonly random?: () => number;
}

/** Refreshes with one pair that were begun and not seen to end, after which it is not tried again. */
const MOST_UNSEEN_TRIES = 2;

/** A pair in force. */
interface Held {
  readonly record: TokenRecord;
  readonly age: TokenAge;
  /** Came out of a refresh in this run. */
  readonly fresh: boolean;
  /** The server refused this API token. */
  refused: boolean;
}

/**
 * Makes the {@link Session}: keeps a token pair alive from its paste to its end. Only the server's word that the
 * refresh token is dead ends it; no network, a block, a portal's page or a server's failure never do.
 */
export function createSession(options: SessionOptions): Session {
  const { clock, state, vault, requestToken, logger = silentLogger, random = Math.random } = options;
  const file = createTokenFile(state, vault, logger);
  const pause = createRetryPause(clock, random);
  const patience = createRefusalPatience();
  const keeper = createPairKeeper(clock, vault, file, () => announce());
  const changes = createEmitter<SessionStatus>();
  let standing: SessionStatus['state'] = 'signedOut';
  let held: Held | null = null;
  /** End of the refresh token, known even when it is dead. */
  let goodUntil: number | null = null;
  let generation = 0;
  /** Changes with every sign-in and sign-out; what began under another one is dropped. */
  let epoch = 0;
  /** Refreshes with the present pair of which an earlier run did not see the end. */
  let unseenTries = 0;
  let flight: RefreshFlight | null = null;
  /** The refresh call on its way. It outlives its flight when a sign-in or sign-out ends that: a call cannot be taken back. */
  let sending: Promise<unknown> | null = null;
  let disposed = false;
  let cancelRefresh: () => void = () => undefined;

  const stillIn = (mine: number): StillWanted => () => mine === epoch;

  function status(): SessionStatus {
    return { state: standing, goodUntil, apiTokenGoodUntil: held?.record.apiTokenGoodUntil ?? null, generation, persisted: keeper.persisted() };
  }

  const announce = (): void => changes.emit(status());

  /** Ends everything that belongs to the pair in force, before another one or none takes its place. */
  function leave(): void {
    epoch += 1;
    cancelRefresh();
    keeper.reset(false);
    pause.over();
    patience.over();
    held = null;
    goodUntil = null;
    unseenTries = 0;
  }

  function endFlight(end: (current: RefreshFlight) => void): void {
    const current = flight;
    flight = null;
    if (current) end(current);
  }

  function adopt(record: TokenRecord, leftMs: number, fresh: boolean): void {
    held = { record, age: startTokenAge(clock, leftMs, random), fresh, refused: false };
    generation = record.generation;
    goodUntil = record.goodUntil;
    standing = 'signedIn';
    planRefresh();
  }

  function planRefresh(): void {
    cancelRefresh();
    if (disposed || !held) return;
    const wait = Math.max(held.age.dueIn(), pause.left());
    cancelRefresh = clock.after(Math.max(1, wait), () => {
      // A timer that fired early only plans itself anew.
      if (held?.age.dueIn() === 0 && pause.left() === 0) void refresh().catch(() => undefined);
      else planRefresh();
    });
  }

  function noPair(): EngineError {
    return new EngineError(standing === 'needsTokens' ? 'refreshTokenRejected' : 'signedOut');
  }

  /** Joins the refresh under way or starts one. Rejects at once in the pause after a failed one. */
  function refresh(): Promise<void> {
    if (!held) return Promise.reject(noPair());
    if (flight) return flight.landed;
    if (pause.left() > 0) return Promise.reject(pause.error());
    const mine = startFlight();
    flight = mine;
    cancelRefresh();
    void fly(held.record, epoch).then(
      () => {
        if (flight === mine) flight = null;
        mine.land();
      },
      (error: unknown) => {
        if (flight === mine) flight = null;
        mine.fail(error);
      },
    );
    return mine.landed;
  }

  /** Never two refresh calls at a time, and so never two different refresh tokens on their way. */
  function send(refreshToken: Secret, beforeSend: () => Promise<void>): Promise<TokenReply> {
    const call = requestToken(refreshToken, beforeSend);
    const line = call.catch(() => undefined).then(() => {
      if (sending === line) sending = null;
    });
    sending = line;
    return call;
  }

  async function fly(from: TokenRecord, mine: number): Promise<void> {
    while (sending) await sending;
    if (mine !== epoch) throw noPair();
    let sent = false;
    const mayLeave = (): void => {
      if (mine !== epoch || disposed) throw noPair();
    };
    let reply: TokenReply;
    try {
      reply = await send(from.refreshToken, async () => {
        mayLeave();
        await file.begin({ pair: pairMark(from), tries: unseenTries + 1 }, stillIn(mine));
        mayLeave();
        sent = true;
      });
    } catch (error) {
      await failed(from, error, mine, sent);
      throw error;
    }
    if (mine !== epoch) throw noPair();
    const record = renewedRecord(from, reply, clock.now());
    // Until the new pair is on disk nobody uses it: what was used and then lost in a crash could not be had again.
    await keeper.keep(record, stillIn(mine));
    if (mine !== epoch) throw noPair();
    unseenTries = 0;
    pause.over();
    patience.renewed();
    adopt(record, API_TOKEN_LIFE_MS, true);
    announce();
    void file.end(stillIn(mine));
  }

  async function failed(from: TokenRecord, error: unknown, mine: number, sent: boolean): Promise<void> {
    if (mine !== epoch) throw noPair();
    logger.warn('session.refreshFailed', { code: error instanceof EngineError ? error.code : 'internal' });
    const dead = error instanceof EngineError && error.code === 'refreshTokenRejected';
    if (dead) {
      held = null;
      standing = 'needsTokens';
      keeper.reset(false);
      announce();
      await file.save({ ...from, dead: true }, stillIn(mine));
    } else {
      pause.failed(error instanceof Error ? error : new EngineError('internal'));
      planRefresh();
    }
    // What was never sent tells nothing of an earlier try that nobody saw the end of.
    if (!sent) return;
    await file.end(stillIn(mine));
    if (mine === epoch) unseenTries = 0;
  }

  function tokenOf(pair: Held): AccessToken {
    return { token: pair.record.apiToken, generation: pair.record.generation };
  }

  function takeUp(found: Found): void {
    if (found.kind === 'none') return;
    standing = 'needsTokens';
    if (found.kind === 'unreadable') return;
    const { record, intent } = found;
    generation = Math.max(generation, record.generation);
    goodUntil = record.goodUntil;
    unseenTries = intent?.tries ?? 0;
    keeper.reset(true);
    if (record.dead || unseenTries >= MOST_UNSEEN_TRIES) return;
    adopt(record, record.apiTokenGoodUntil - clock.now(), false);
  }

  return {
    async load() {
      const mine = epoch;
      const found = await file.read();
      if (mine === epoch && !disposed) {
        takeUp(found);
        announce();
      }
      return status();
    },
    async signIn(pair) {
      if (pair.apiToken.reveal() === '' || pair.refreshToken.reveal() === '') throw new EngineError('tokenEmpty');
      leave();
      const mine = epoch;
      const record = pastedRecord(pair, generation + 1, clock.now());
      adopt(record, API_TOKEN_LIFE_MS, false);
      endFlight((former) => former.land());
      await keeper.keep(record, stillIn(mine));
      await file.end(stillIn(mine));
      if (mine === epoch) announce();
    },
    async signOut() {
      leave();
      standing = 'signedOut';
      endFlight((former) => former.fail(noPair()));
      announce();
      await file.clear().catch(() => {
        throw new EngineError('storageUnavailable', { retry: true });
      });
    },
    async current() {
      const pair = held;
      if (!pair) throw noPair();
      if (pair.refused || pair.age.leftMs() === 0) await refresh();
      else if (pair.age.dueIn() === 0) void refresh().catch(() => undefined);
      const now = held;
      if (!now) throw noPair();
      return tokenOf(now);
    },
    async rejected(refusedGeneration) {
      if (!held) throw noPair();
      if (refusedGeneration < held.record.generation) return;
      if (!flight && !held.refused && held.fresh && !patience.allows(held.age.heldMs())) throw new EngineError('apiTokenRejected', { retry: true });
      held.refused = true;
      await refresh();
    },
    status,
    onChange: (listener) => changes.on(listener),
    async settled() {
      await flight?.landed.catch(() => undefined);
    },
    dispose() {
      disposed = true;
      cancelRefresh();
      keeper.dispose();
    },
  };
}
