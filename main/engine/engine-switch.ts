import type { Logger } from '../../core/log.ts';
import type { Engine } from './start-engine.ts';

/** Runs the engine while it is wanted. Starting and ending happen one after the other. */
export interface EngineSwitch {
  /** The engine, while it runs. */
  current(): Engine | null;
  want(on: boolean): void;
  /** Ends the engine, does the work, and lets the engine run again if it is wanted by then. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Begins anew with what is stored by now, if it is wanted. */
  restart(): void;
  dispose(): Promise<void>;
}

/** Makes the switch, off. `onChange` hears when the engine came or went; `start` may throw, then it stays off. */
export function createEngineSwitch(start: () => Engine, onChange: () => void, log: Logger): EngineSwitch {
  let engine: Engine | null = null;
  let wanted = false;
  let disposed = false;
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
    await ending.end();
    onChange();
  };
  const settle = async (): Promise<void> => {
    if (!wanted || disposed) return end();
    if (engine) return;
    try {
      engine = start();
    } catch (error) {
      log.error('engine.notStarted', { error });
    }
    onChange();
  };
  const during = <T>(work: () => Promise<T>): Promise<T> =>
    inTurn(async () => {
      await end();
      try {
        return await work();
      } finally {
        await settle();
      }
    });
  return {
    current: () => engine,
    want(on) {
      wanted = on;
      inTurn(settle).catch((error: unknown) => log.error('engine.notEnded', { error }));
    },
    during,
    restart() {
      during(() => Promise.resolve()).catch((error: unknown) => log.error('engine.notEnded', { error }));
    },
    dispose() {
      disposed = true;
      return inTurn(end);
    },
  };
}
