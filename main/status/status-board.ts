import type { Status } from '../../contract/status.ts';
import type { Clock } from '../../core/clock.ts';
import { createEmitter } from '../../core/emitter.ts';

/** The status of the whole app and who wants to hear of it. */
export interface StatusBoard {
  now(): Status;
  /** Some part changed: listeners hear of it within {@link DEBOUNCE_MS}, once for many changes. */
  touch(): void;
  onChange(listener: (status: Status) => void): () => void;
  dispose(): void;
}

const DEBOUNCE_MS = 100;

/** Makes the board; `read` folds the parts as they stand. Nothing is told when the picture is the same as before. */
export function createStatusBoard(read: () => Status, clock: Clock): StatusBoard {
  const changes = createEmitter<Status>();
  let cancel: (() => void) | null = null;
  let told = '';
  const tell = (): void => {
    cancel = null;
    const status = read();
    const print = JSON.stringify(status);
    if (print === told) return;
    told = print;
    changes.emit(status);
  };
  return {
    now: read,
    touch() {
      cancel ??= clock.after(DEBOUNCE_MS, tell);
    },
    onChange: (listener) => changes.on(listener),
    dispose: () => cancel?.(),
  };
}
