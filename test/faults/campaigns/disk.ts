import { seededChoose, type Choose } from '../../support/choose.ts';
import type { Breach, Campaign, CampaignContext } from '../campaign.ts';
import { fullDiskForSettings, fullDiskForVault } from '../disk/file-scene.ts';
import { noCounts, type Notebook } from '../disk/findings.ts';
import { mountSmallDisk, unmountAll, type SmallDisk } from '../disk/small-disk.ts';
import { fullDisk, readOnlyDisk } from '../disk/store-scene.ts';

const DISKS = { quick: 30, heavy: 600 } as const;
/** A store with a few pages needs about 700 kB. */
const SMALLEST_KB = 900;

const SCENES: readonly [string, (disk: SmallDisk, choose: Choose, book: Notebook) => Promise<void>][] = [
  ['full disk under the store', fullDisk],
  ['full disk under the store', fullDisk],
  ['full disk under the vault', fullDiskForVault],
  ['full disk under the settings', fullDiskForSettings],
  ['read-only disk', (disk, _choose, book) => readOnlyDisk(disk, book)],
];

/** See the promise. */
export const campaign: Campaign = {
  name: 'disk',
  promise: 'On a full or read-only disk reads go on, writes stop with one error, nothing breaks, nothing acknowledged is lost, and room makes it all go on.',
  least: { disks: DISKS.quick, refused: 20, recoveries: 20 },
  async run({ quick, seed, say, signal }: CampaignContext) {
    const counts = noCounts();
    const breaches: Breach[] = [];
    const wanted = quick ? DISKS.quick : DISKS.heavy;
    try {
      for (let n = 0; n < wanted && !signal.aborted && breaches.length < 50; n++) {
        const choose = seededChoose(seed + n);
        const [scene, play] = SCENES[n % SCENES.length] ?? SCENES[0] ?? ['', fullDisk];
        const disk = await mountSmallDisk(SMALLEST_KB + choose(1_200));
        if (disk === null) break;
        counts.disks += 1;
        const book = { counts, breaches, replay: `disk seed ${seed + n}, ${scene}` };
        await play(disk, choose, book).catch((error: unknown) => breaches.push({ replay: book.replay, what: `it threw ${String(error)}` }));
        await disk.dispose();
        if (counts.disks % 100 === 0) say(`${counts.disks} disks, ${counts.refused} refused, ${counts.lost} lost`);
      }
    } finally {
      await unmountAll();
    }
    return { counts: { ...counts }, notes: [], breaches };
  },
};
