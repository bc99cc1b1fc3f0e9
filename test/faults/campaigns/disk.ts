import { seededChoose, type Choose } from '../../support/choose.ts';
import { tempFolder } from '../../support/temp-store.ts';
import type { Breach, Campaign, CampaignContext } from '../campaign.ts';
import { fullDiskForSettings, fullDiskForVault } from '../disk/file-scene.ts';
import { noCounts, type Notebook } from '../disk/findings.ts';
import { mountSmallDisk, unmountAll, type SmallDisk } from '../disk/small-disk.ts';
import { standInForStore, standInForVault } from '../disk/stand-in-scene.ts';
import { fullDisk, readOnlyDisk } from '../disk/store-scene.ts';

const DISKS = { quick: 200, heavy: 4_000 } as const;
/** A store with what a scene writes before the disk is filled, and room to go on once it is freed. */
const SMALLEST_KB = 3_000;

const SCENES: readonly [string, (disk: SmallDisk, choose: Choose, book: Notebook) => Promise<void>][] = [
  ['full disk under the store', fullDisk],
  ['full disk under the store', fullDisk],
  ['full disk under the vault', fullDiskForVault],
  ['full disk under the settings', fullDiskForSettings],
  ['read-only disk', (disk, _choose, book) => readOnlyDisk(disk, book)],
];

async function standIn(seed: number, book: Notebook): Promise<void> {
  const folder = await tempFolder();
  try {
    book.counts.standIns += 1;
    await (seed % 2 === 0 ? standInForStore : standInForVault)(folder.path, seededChoose(seed), book);
  } catch (error) {
    book.breaches.push({ replay: book.replay, what: `it threw ${String(error)}` });
  } finally {
    await folder.remove();
  }
}

/** See the promise. */
export const campaign: Campaign = {
  name: 'disk',
  promise: 'On a full or read-only disk reads go on, writes stop with one error, nothing breaks, nothing acknowledged is lost, and room makes it all go on.',
  least: { refused: 100, recoveries: 100, starts: 100, vaultWrites: 100 },
  async run(context: CampaignContext) {
    const { quick, seed, signal } = context;
    const counts = noCounts();
    const breaches: Breach[] = [];
    const wanted = quick ? DISKS.quick : DISKS.heavy;
    try {
      for (let n = 0; n < wanted && !signal.aborted && breaches.length < 50; n++) {
        const choose = seededChoose(seed + n);
        const [scene, play] = SCENES[n % SCENES.length] ?? SCENES[0] ?? ['', fullDisk];
        const disk = await mountSmallDisk(SMALLEST_KB + choose(1_200));
        if (disk === null) {
          await standIn(seed + n, { counts, breaches, replay: `stand-in seed ${seed + n}` });
          continue;
        }
        counts.disks += 1;
        const book = { counts, breaches, replay: `disk seed ${seed + n}, ${scene}` };
        await play(disk, choose, book).catch((error: unknown) => breaches.push({ replay: book.replay, what: `it threw ${String(error)}` }));
        await disk.dispose();
        if (counts.disks % 100 === 0) context.say(`${counts.disks} disks, ${counts.refused} refused, ${counts.lost} lost`);
      }
    } finally {
      await unmountAll();
    }
    const notes = counts.standIns > 0 ? ['No small file system could be mounted here, so stand-ins refused the writes.'] : [];
    return { counts: { ...counts }, notes, breaches };
  },
};
