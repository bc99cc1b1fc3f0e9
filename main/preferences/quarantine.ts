import { readFileSync, statSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/log.ts';
import { moveAside } from '../vault/move-aside.ts';

/** Largest settings file that is looked at, in bytes; a real one has a few kilobytes, one with as many and as full rules and views as can be a few megabytes. */
const LARGEST = 16 * 1024 * 1024;

/** What the file holds: one JSON object (or there is none), something else, or the disk does not say it now. */
function lookAt(path: string): 'intact' | 'broken' | 'unreadable' {
  try {
    const stats = statSync(path);
    if (!stats.isFile() || stats.size > LARGEST) return 'broken';
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? 'intact' : 'broken';
  } catch (error) {
    if (error instanceof SyntaxError) return 'broken';
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'intact' : 'unreadable';
  }
}

/**
 * Moves a broken settings file to `config-broken-<time>.json`. One that cannot be read now (rights, a failing disk) stays
 * where it is. True in both cases: defaults are in force and the person is told.
 */
export async function quarantineBroken(path: string, clock: Clock, log: Logger): Promise<boolean> {
  const found = lookAt(path);
  if (found === 'intact') return false;
  log.warn(`settings.${found}`);
  if (found === 'unreadable') return true;
  await moveAside(path, 'config-broken', clock.now()).catch((error: unknown) => log.error('settings.quarantineFailed', { error }));
  return true;
}

/** Keeps a copy of a settings file some of whose values could not be read, before the next change writes without them. */
export async function keepCopy(path: string, clock: Clock, log: Logger): Promise<void> {
  const copy = join(dirname(path), 'config-copy.json');
  try {
    await copyFile(path, copy);
    await moveAside(copy, 'config-broken', clock.now());
  } catch (error) {
    log.error('settings.copyNotKept', { error });
  }
}
