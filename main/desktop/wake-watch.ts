import type { Clock } from '../../core/clock.ts';

/** Electron's powerMonitor as far as it is used. */
export interface PowerEvents {
  on(event: 'resume' | 'unlock-screen', listener: () => void): unknown;
  removeListener(event: 'resume' | 'unlock-screen', listener: () => void): unknown;
}

/** What tells that the machine woke up or the network came back. */
export interface WakeNeeds {
  readonly power: PowerEvents;
  /** Whether the system sees any network; true proves nothing, a change from false to true is worth a try. */
  readonly isOnline: () => boolean;
  readonly clock: Clock;
  readonly onWake: () => void;
}

const TICK_MS = 15_000;
/** A tick this late means that the machine slept: Linux does not always send `resume`. */
const GAP_MS = 60_000;
/** One waking produces several signs. */
const QUIET_MS = 5_000;

/** Calls `onWake` once for each waking of machine, screen or network. Returns how to stop. */
export function watchWaking({ power, isOnline, clock, onWake }: WakeNeeds): () => void {
  let cancel: () => void = () => undefined;
  let lastTick = clock.now();
  let lastWake: number | null = null;
  let online = isOnline();

  const wake = (): void => {
    if (lastWake !== null && clock.mono() - lastWake < QUIET_MS) return;
    lastWake = clock.mono();
    onWake();
  };
  const tick = (): void => {
    const now = clock.now();
    const isNowOnline = isOnline();
    if (now - lastTick > TICK_MS + GAP_MS || (isNowOnline && !online)) wake();
    lastTick = now;
    online = isNowOnline;
    cancel = clock.after(TICK_MS, tick);
  };
  cancel = clock.after(TICK_MS, tick);
  power.on('resume', wake);
  power.on('unlock-screen', wake);
  return () => {
    cancel();
    power.removeListener('resume', wake);
    power.removeListener('unlock-screen', wake);
  };
}
