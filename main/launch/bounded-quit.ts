import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/log.ts';

/** The part of Electron's app that quitting needs. */
export interface QuittingApp {
  on(event: 'before-quit', listener: (event: { preventDefault(): void }) => void): unknown;
  exit(code: number): void;
}

/** Longer than any part needs to end; short enough that a system that shuts down does not kill the app first. */
const QUIT_WITHIN_MS = 4_000;

/**
 * Quits in order: the first wish to quit runs `dispose`, and the app exits when that is done, has failed, or has taken
 * {@link QUIT_WITHIN_MS}. Whatever the wish came from (menu, signal, shut-down), it comes through here.
 */
export function installBoundedQuit(app: QuittingApp, dispose: () => Promise<void>, clock: Clock, log: Logger): void {
  let leaving = false;
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (leaving) return;
    leaving = true;
    const exit = (): void => app.exit(0);
    clock.after(QUIT_WITHIN_MS, () => {
      log.warn('quit.tookTooLong');
      exit();
    });
    dispose().catch((error: unknown) => log.error('quit.failed', { error })).finally(exit);
  });
}
