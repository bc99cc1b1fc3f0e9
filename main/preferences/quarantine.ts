import { existsSync, readFileSync } from 'node:fs';
import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/log.ts';
import { moveAside } from '../vault/move-aside.ts';

/** True when the file is one JSON object, or absent. */
function isIntact(path: string): boolean {
  if (!existsSync(path)) return true;
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** Moves a broken settings file to `config-broken-<time>.json`. True when it was broken; the person is told. */
export async function quarantineBroken(path: string, clock: Clock, log: Logger): Promise<boolean> {
  if (isIntact(path)) return false;
  log.warn('settings.broken');
  await moveAside(path, 'config-broken', clock.now()).catch((error: unknown) => log.error('settings.quarantineFailed', { error }));
  return true;
}
