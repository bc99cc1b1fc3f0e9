import { execFile } from 'node:child_process';
import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openHarmed, type Attack } from './attack.ts';

const CONTENTS: readonly [string, () => Buffer][] = [
  ['zero bytes', () => Buffer.alloc(0)],
  ['a byte order mark alone', () => Buffer.from([0xef, 0xbb, 0xbf])],
  ['null', () => Buffer.from('null')],
  ['an empty list', () => Buffer.from('[]')],
  ['a number', () => Buffer.from('7')],
  ['NULs', () => Buffer.alloc(4_096)],
  ['half a character', () => Buffer.from([0x7b, 0xc3])],
  ['JSON of great depth', () => Buffer.from('['.repeat(200_000))],
];
const HUGE = 100 * 1024 * 1024;

const pipe = async (path: string): Promise<unknown> => promisify(execFile)('mkfifo', [path]);

/** Everything that may lie in the place of a file besides a damaged one. */
export async function otherHarm(attack: Attack): Promise<void> {
  const { target, counts } = attack;
  const put = async (what: string, changed: ReadonlyMap<string, Buffer | null>, plant?: (folder: string) => Promise<void>): Promise<void> => {
    await openHarmed(attack, what, changed, plant);
    counts.others += 1;
  };
  for (const names of target.attacked) {
    const all = (make: () => Buffer | null): Map<string, Buffer | null> => new Map(names.map((name) => [name, make()]));
    for (const [what, make] of CONTENTS) await put(`${names.join()}: ${what}`, all(make));
    await put(`${names.join()}: 100 MB`, all(() => Buffer.alloc(HUGE, 0x61)));
    const whole = new Map(names.map((name) => [name, Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), target.files.get(name) ?? Buffer.alloc(0)])]));
    await put(`${names.join()}: a byte order mark before it`, whole);
    await put(`${names.join()}: a folder in its place`, all(() => null), async (folder) => {
      for (const name of names) await mkdir(join(folder, name));
    });
    if (process.platform !== 'win32') {
      await put(`${names.join()}: a pipe in its place`, all(() => null), async (folder) => {
        for (const name of names) await pipe(join(folder, name));
      });
    }
    await put(`${names.join()}: a link to nowhere`, all(() => null), async (folder) => {
      for (const name of names) await symlink(join(folder, 'nowhere'), join(folder, name));
    });
  }
}

/** Whether rights mean anything to this process. */
export const rightsCount = process.platform !== 'win32' && process.getuid?.() !== 0;

/** Takes the right to read away for one opening, and gives it back: what could not be read must be as it was. */
export async function withoutRights(attack: Attack): Promise<void> {
  for (const names of attack.target.attacked) {
    await openHarmed(attack, `${names.join()}: no right to read`, new Map(), async (folder) => {
      for (const name of names) await chmod(join(folder, name), 0);
    });
    attack.counts.others += 1;
  }
}

/** Puts another database's log beside this one. */
export async function foreignLog(attack: Attack, log: Buffer, what: string): Promise<void> {
  const name = [...attack.target.files.keys()].find((file) => file.endsWith('.db')) ?? '';
  await openHarmed(attack, what, new Map([[`${name}-wal`, log]]), async (folder) => {
    await rm(join(folder, `${name}-wal`), { force: true });
    await writeFile(join(folder, `${name}-wal`), log);
  });
  attack.counts.others += 1;
}
