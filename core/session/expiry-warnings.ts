import type { Clock } from '../clock.ts';
import { createEmitter } from '../emitter.ts';
import type { StateStore } from '../store/store.ts';
import type { Session } from './port.ts';
import { createWarnedStages, type ExpiryStage } from './warned-stages.ts';

const HOUR_MS = 60 * 60_000;
/** From how much time left on each stage holds, most urgent first. */
const LEFT_MS: readonly (readonly [ExpiryStage, number])[] = [['over', 0], ['hour', HOUR_MS], ['day', 24 * HOUR_MS], ['twoDays', 48 * HOUR_MS]];

/** The wall clock must say so for so long, by the monotonic clock: one that jumps and comes back tells nothing. */
const STEADY_MS = 60_000;
/** How often the wall clock is looked at, and how often while something is about to be told. */
const LOOK_MS = 60_000;
const LOOK_CLOSELY_MS = 15_000;

/** A warning to be told. */
export interface ExpiryWarning {
  readonly stage: ExpiryStage;
  /** Expected end of the refresh token, epoch ms. */
  readonly goodUntil: number;
  /** Whole hours left, rounded up; 0 when it is over. */
  readonly hours: number;
}

/** Tells of a refresh token's end before it comes. Only a person can renew it, so each stage is told once, also across restarts. */
export interface ExpiryWarnings {
  onWarning(listener: (warning: ExpiryWarning) => void): () => void;
  /** What was warned of no longer holds: there is another refresh token, or none. */
  onEased(listener: () => void): () => void;
  dispose(): void;
}

/** What the warnings need. */
export interface ExpiryWarningsNeeds {
  readonly clock: Clock;
  readonly state: StateStore;
  readonly session: Pick<Session, 'status' | 'onChange'>;
}

/** The most urgent stage that holds at a moment; null while there is time. */
export function stageAt(goodUntil: number, now: number): ExpiryStage | null {
  return LEFT_MS.find(([, leftMs]) => goodUntil - now <= leftMs)?.[0] ?? null;
}

/**
 * Makes the {@link ExpiryWarnings}. Of several stages that passed unseen (asleep, off) only the most urgent is told. The
 * end is wall time, so the wall clock decides, but only after it has said the same for a minute. A session that the
 * server ended is not warned of: that is told as what it is.
 */
export function createExpiryWarnings({ clock, state, session }: ExpiryWarningsNeeds): ExpiryWarnings {
  const warnings = createEmitter<ExpiryWarning>();
  const eased = createEmitter<null>();
  const warned = createWarnedStages(state);
  /** The stage the wall clock says, of which token, and since when it does (monotonic). */
  let seen: { readonly goodUntil: number; readonly stage: ExpiryStage; readonly since: number } | null = null;
  /** End of the token in force. */
  let inForce: number | null = null;
  let ready = false;
  let disposed = false;
  let cancel: () => void = () => undefined;

  async function tell(goodUntil: number, stage: ExpiryStage): Promise<void> {
    const hours = stage === 'over' ? 0 : Math.max(1, Math.ceil((goodUntil - clock.now()) / HOUR_MS));
    await warned.note(goodUntil, stage);
    if (!disposed && inForce === goodUntil) warnings.emit({ stage, goodUntil, hours });
  }

  function look(): void {
    cancel();
    if (disposed || !ready || inForce === null) return;
    const stage = stageAt(inForce, clock.now());
    if (stage === null || warned.has(inForce, stage)) seen = null;
    else if (seen?.stage !== stage || seen.goodUntil !== inForce) seen = { goodUntil: inForce, stage, since: clock.mono() };
    else if (clock.mono() - seen.since >= STEADY_MS) {
      seen = null;
      void tell(inForce, stage);
    }
    cancel = clock.after(seen ? LOOK_CLOSELY_MS : LOOK_MS, look);
  }

  function follow(): void {
    const { state: standing, goodUntil } = session.status();
    const next = standing === 'signedIn' ? goodUntil : null;
    if (next === inForce) return;
    const former = inForce;
    inForce = next;
    seen = null;
    if (former !== null) eased.emit(null);
    look();
  }

  const stop = session.onChange(follow);
  void warned.read().then(() => {
    ready = true;
    follow();
    look();
  });
  return {
    onWarning: (listener) => warnings.on(listener),
    onEased: (listener) => eased.on(listener),
    dispose() {
      disposed = true;
      cancel();
      stop();
    },
  };
}
