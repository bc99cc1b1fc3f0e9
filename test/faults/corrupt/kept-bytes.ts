import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Whether bytes that were given up still lie in some file of the folder, at any depth. */
export async function liesSomewhere(folder: string, bytes: Buffer): Promise<boolean> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && (await readFile(join(entry.parentPath, entry.name))).equals(bytes)) return true;
  }
  return false;
}

/** Names of the damaged files whose bytes are nowhere any more. */
export async function gone(folder: string, damaged: ReadonlyMap<string, Buffer | null>): Promise<string[]> {
  const names: string[] = [];
  for (const [name, bytes] of damaged) if (bytes !== null && !(await liesSomewhere(folder, bytes))) names.push(name);
  return names;
}
