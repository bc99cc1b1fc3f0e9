import type { Logger } from '../../core/log.ts';

/** The part of Node's process that reports what nobody caught. */
export interface CrashSource {
  on(event: 'uncaughtException', listener: (error: unknown) => void): unknown;
  on(event: 'unhandledRejection', listener: (reason: unknown) => void): unknown;
}
/** The part of Electron's app that reports processes that died. */
export interface ProcessWatch {
  on(event: 'child-process-gone', listener: (event: unknown, details: { readonly type: string; readonly reason: string; readonly exitCode: number }) => void): unknown;
}

/**
 * Writes down what nobody caught, and goes on: everything that must survive is in transactions on disk, and a tray app
 * that vanishes tells nobody about their tickets. Windows recover by themselves (main/windows/renderer-recovery.ts).
 */
export function installCrashHooks(node: CrashSource, app: ProcessWatch, log: Logger): void {
  node.on('uncaughtException', (error) => log.error('crash.uncaughtException', { error }));
  node.on('unhandledRejection', (reason) => log.error('crash.unhandledRejection', { error: reason }));
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit') log.error('crash.childProcess', { type, reason, exitCode });
  });
}
