import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CXPRESS_1_0 } from '../../../contract/profile/cxpress-1.0.ts';
import { systemClock } from '../../../core/clock.ts';
import { openProfileShelf } from '../../../main/profiles/profile-shelf.ts';
import { silentLog } from './silent-log.ts';
import { gone } from './kept-bytes.ts';
import type { Target } from './target.ts';

const PROFILE = { ...CXPRESS_1_0, id: 'my-cxpress', name: 'My Cxpress' };
const NAME = `${PROFILE.id}.json`;

/** A flip may make the schema's number one of a later app: such a file must stay as it is. */
function saysNewer(bytes: Buffer | null | undefined): boolean {
  if (!bytes) return false;
  const { profile } = JSON.parse(bytes.toString()) as { profile: { schema: unknown } };
  return typeof profile.schema === 'number' && profile.schema > PROFILE.schema;
}

/** An imported API profile. */
export async function profileTarget(root: string): Promise<Target> {
  const golden = await mkdtemp(join(root, 'golden-'));
  await (await openProfileShelf({ folder: golden, clock: systemClock(), log: silentLog })).keep(PROFILE);
  const files = new Map([[NAME, await readFile(join(golden, NAME))]]);
  const former = JSON.stringify((await openProfileShelf({ folder: golden, clock: systemClock(), log: silentLog })).find(PROFILE.id));
  await rm(golden, { recursive: true });
  return {
    name: 'profile', files, attacked: [[NAME]], quick: { whole: 300, stride: 17 }, heavy: { whole: Infinity, stride: 1 },
    async open(root_, damaged) {
      const folder = join(root_, 'profiles');
      await mkdir(folder);
      await rename(join(root_, NAME), join(folder, NAME));
      const shelf = await openProfileShelf({ folder, clock: systemClock(), log: silentLog });
      const found = shelf.find(PROFILE.id);
      const broken = shelf.all()[0]?.id === CXPRESS_1_0.id ? [] : ['the built-in profile is not there'];
      if (found !== null) return { verdict: JSON.stringify(found) === former ? 'unharmed' : 'stillValid', broken };
      const replaced = [...damaged.values()].includes(null);
      if (replaced && shelf.lost(PROFILE.id) === 'unreadable') return { verdict: 'leftThere', broken };
      if (shelf.lost(PROFILE.id) === 'newer' && saysNewer(damaged.get(NAME))) {
        return { verdict: 'leftThere', broken: [...broken, ...((await gone(folder, damaged)).length > 0 ? ['a file of a newer app was touched'] : [])] };
      }
      if (shelf.lost(PROFILE.id) !== 'movedAside') broken.push(`it says ${String(shelf.lost(PROFILE.id))}`);
      await shelf.keep(PROFILE);
      return { verdict: 'movedAside', broken: [...broken, ...(await gone(folder, damaged)).map((name) => `${name} is gone`)] };
    },
  };
}
