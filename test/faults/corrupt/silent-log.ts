import type { Logger } from '../../../core/log.ts';

/** A logger that says nothing. */
export const silentLog: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
