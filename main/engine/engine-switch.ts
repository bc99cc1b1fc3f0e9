import type { AppError } from '../../contract/result.ts';
import type { Clock } from '../../core/clock.ts';
import { EngineError } from '../../core/engine-error.ts';
import type { Logger } from '../../core/log.ts';
import type { Engine } from './start-engine.ts';

/** Runs the engine while it is wanted. Starting and ending happen one after the other. */
export interface EngineSwitch {
  /** The engine, while it runs. */
  current(): Engine | null;
  /** Why the engine does not run although it is wanted; null otherwise. It is tried again after a pause. */
  error(): AppError | null;
  want(on: boolean): void;
  /** Ends the engine, does the work, and lets the engine run again if it is wanted by then. Rejects without the work when the engine does not end well; it runs again all the same. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Begins anew with what is stored by now, if it is wanted. */
  restart(): void;
  dispose(): Promise<void>;
}

/** What {@link createEngineSwitch} needs. */
export interface EngineSwitchNeeds {
  /** Builds and starts an engine; may throw. */
  readonly start: () => Engine;
  /** Hears when the engine came, went, or could not start. */
  readonly onChange: () => void;
  readonly clock: Clock;
  readonly log: Logger;
}

/** First pause after a failed start, in milliseconds; doubled for each further one up to the longest. */
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 5 * 60_000;

/** Makes the switch, off. */
export function createEngineSwitch({ start, onChange, clock, log }: EngineSwitchNeeds): EngineSwitch {
  let engine: Engine | null = null;
  let wanted = false;
  let disposed = false;
  let error: AppError | null = null;
  let failed = 0;
  let cancelRetry: () => void = () => undefined;
  let queue: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const turn = queue.then(job);
    queue = turn.catch(() => undefined);
    return turn;
  };
  const end = async (): Promise<void> => {
    const ending = engine;
    engine = null;
    if (!ending) return;
    try {
      await ending.end();
    } finally {
      onChange();
    }
  };
  const notStarted = (cause: unknown): void => {
    log.error('engine.notStarted', { error: cause });
    error = (cause instanceof EngineError ? cause : new EngineError('internal', { cause })).toAppError();
    cancelRetry = clock.after(Math.min(FIRST_PAUSE_MS * 2 ** failed, LONGEST_PAUSE_MS), inTurnSettled);
    failed += 1;
  };
  const settle = async (): Promise<void> => {
    cancelRetry();
    error = null;
    if (!wanted || disposed) return end();
    if (engine) return;
    try {
      engine = start();
      failed = 0;
    } catch (cause) {
      notStarted(cause);
    }
    onChange();
  };
  const inTurnSettled = (): void => {
    inTurn(settle).catch((cause: unknown) => log.error('engine.notEnded', { error: cause }));
  };
  const during = <T>(work: () => Promise<T>): Promise<T> =>
    inTurn(async () => {
      try {
        await end();
        return await work();
      } finally {
        await settle();
      }
    });
  return {
    current: () => engine,
    error: () => error,
    want(on) {
      wanted = on;
      failed = 0;
      inTurnSettled();
    },
    during,
    restart() {
      during(() => Promise.resolve()).catch((cause: unknown) => log.error('engine.notEnded', { error: cause }));
    },
    dispose() {
      disposed = true;
      cancelRetry();
      return inTurn(end);
    },
  };
}
