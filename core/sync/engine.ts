import { createEmitter } from '../emitter.ts';
import type { SyncOptions } from './options.ts';
import type { ItemsStored, SyncEngine } from './port.ts';
import { beginRun } from './run.ts';
import type { Run } from './run.ts';
import { createStatusBoard } from './status-board.ts';

/** Makes the {@link SyncEngine}. Nothing happens before `start`. */
export function createSyncEngine(options: SyncOptions): SyncEngine {
  const { logger } = options;
  const board = createStatusBoard();
  const stored = createEmitter<ItemsStored>((error) => logger.error('sync.listenerFailed', { error: String(error) }));
  let intervalMs = options.intervalSeconds * 1000;
  let run: Run | null = null;
  let disposed = false;

  const stop = async (): Promise<void> => {
    const ending = run;
    run = null;
    await ending?.stop();
  };
  return {
    start() {
      if (disposed || (run && !run.dead())) return;
      run = beginRun({ ...options, board, announce: (items) => stored.emit(items), interval: () => intervalMs });
    },
    stop,
    syncNow: () => run?.syncNow() ?? Promise.resolve(),
    hint(entity, id) {
      board.countHint();
      run?.hint(entity, id);
    },
    wake: () => run?.wake(),
    setInterval(seconds) {
      intervalMs = seconds * 1000;
      run?.reschedule();
    },
    status: () => board.get(),
    onStatus: (listener) => board.on(listener),
    onStored: (listener) => stored.on(listener),
    async dispose() {
      disposed = true;
      await stop();
    },
  };
}
