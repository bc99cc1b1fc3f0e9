import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The project folder. */
export const ROOT = resolve(import.meta.dirname, '../..');

/**
 * Where downloads that outlive a clone are kept (XDG base directory specification: relative values are ignored).
 * @param {NodeJS.ProcessEnv} [env]
 */
export function cacheDirectory(env = process.env) {
  const base = env['XDG_CACHE_HOME'];
  return join(base?.startsWith('/') ? base : join(env['HOME'] || homedir(), '.cache'), 'cxpress-tray');
}
