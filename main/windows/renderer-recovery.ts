import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/log.ts';

/** The part of a WebContents that can die and be reloaded. */
export interface RecoverableContents {
  on(event: 'render-process-gone', listener: (event: unknown, details: { readonly reason: string }) => void): unknown;
  isDestroyed(): boolean;
  reload(): void;
}

const WINDOW_MS = 60_000;
const MAX_IN_WINDOW = 3;
const DELAY_MS = 300;

/** Reloads a page whose process died, at most three times a minute: a page that dies at once must not spin. */
export function recoverRenderer(contents: RecoverableContents, clock: Clock, log: Logger): void {
  let times: number[] = [];
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    times = [...times.filter((at) => clock.mono() - at < WINDOW_MS), clock.mono()];
    log.error('renderer.gone', { reason, times: times.length });
    if (times.length > MAX_IN_WINDOW) return;
    clock.after(DELAY_MS, () => {
      if (!contents.isDestroyed()) contents.reload();
    });
  });
}
