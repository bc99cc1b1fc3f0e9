import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** `20260105-120000-123`: sorts by time and is a legal name everywhere. */
function stamp(now: number): string {
  return new Date(now).toISOString().replace(/[-:]/g, '').replace('T', '-').replace('.', '-').slice(0, 19);
}

/** Renames a file or folder that cannot be used to `<label>-<time>` beside it, so that nothing is lost. False when there was none. */
export async function moveAside(path: string, label: string, now: number): Promise<boolean> {
  if (!existsSync(path)) return false;
  const name = basename(path);
  const dot = name.indexOf('.');
  const aside = (n: number): string => join(dirname(path), `${label}-${stamp(now)}${n > 1 ? `-${n}` : ''}${dot > 0 ? name.slice(dot) : ''}`);
  let n = 1;
  // A rename replaces what is there: what was moved aside before must stay too.
  while (existsSync(aside(n))) n += 1;
  await rename(path, aside(n));
  return true;
}
