import { closeSync, existsSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/log.ts';
import { redactData } from './redact.ts';

/** A log on disk that can be closed. */
export interface LogFile extends Logger {
  dispose(): void;
}

const CURRENT = 'app.log';
const PREVIOUS = 'app.previous.log';
/** Names of the files, the newest first. */
export const LOG_FILES = [CURRENT, PREVIOUS] as const;
const MAX_BYTES = 2 * 1024 * 1024;

/**
 * Writes JSON lines to `<directory>/app.log`; when it is full it becomes `app.previous.log`, so that at most two files
 * of {@link MAX_BYTES} exist. Writes at once, because the last line before a crash is the one that matters; a disk that
 * refuses costs lines, never the app. Everything passes {@link redactData}.
 */
export function createLogFile(directory: string, clock: Clock, maxBytes = MAX_BYTES): LogFile {
  let file: number | null = null;
  let size = 0;

  const open = (): void => {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    file = openSync(join(directory, CURRENT), 'a', 0o600);
    size = fstatSync(file).size;
  };
  const close = (): void => {
    const closing = file;
    file = null;
    if (closing !== null) closeSync(closing);
  };
  /** Nobody is left to tell; the next line tries again. Closed, or a full disk would cost a file handle with each line. */
  const giveUp = (): void => {
    try {
      close();
    } catch {
      // The system has taken the handle back all the same.
    }
  };
  const rotate = (): void => {
    close();
    if (existsSync(join(directory, CURRENT))) renameSync(join(directory, CURRENT), join(directory, PREVIOUS));
    open();
  };
  const write = (level: string, event: string, data?: Readonly<Record<string, unknown>>): void => {
    const line = Buffer.from(`${JSON.stringify({ at: new Date(clock.now()).toISOString(), level, event, ...(data ? { data: redactData(data) } : {}) })}\n`);
    try {
      if (file === null) open();
      if (size + line.length > maxBytes) rotate();
      if (file !== null) size += writeSync(file, line);
    } catch {
      giveUp();
    }
  };
  return {
    info: (event, data) => write('info', event, data),
    warn: (event, data) => write('warn', event, data),
    error: (event, data) => write('error', event, data),
    dispose: close,
  };
}
