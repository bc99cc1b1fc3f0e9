import { chooseDriver } from '../../../core/store/driver/choose.ts';
import type { Driver } from '../../../core/store/driver/port.ts';
import { seededChoose, type Choose } from '../../support/choose.ts';
import { tempFolder } from '../../support/temp-store.ts';
import type { Breach, Campaign, CampaignContext } from '../campaign.ts';
import { inspect, type Acknowledged } from '../kill/inspect.ts';
import { readyProgram, runLife, type Life } from '../kill/run-life.ts';

const KILLS = { quick: 300, heavy: 5_000 } as const;
/** Lives of one folder, one after the other; a folder that grows makes every look at it slower. */
const LIVES_PER_FOLDER = 12;
/** Folders in use at once. */
const LANES = 2;
/** One life in this many dies while it is still starting. */
const EARLY = 6;
/** One life in this many has its store in a worker thread, as the app has. */
const WORKER = 3;

type Counts = { kills: number; acknowledged: number; pages: number; lost: number; halfTransactions: number; starts: number; killedWhileStarting: number };

function lifeOf(directory: string, program: string, choose: Choose): Life {
  const how = choose(WORKER) === 0 ? 'worker' : 'direct';
  if (choose(EARLY) === 0) return { directory, how, program, after: null, delayMs: choose(300) };
  return { directory, how, program, after: 1 + choose(14), delayMs: choose(12) };
}

function note(lines: readonly string[], acknowledged: Acknowledged): void {
  for (const line of lines) {
    const [what, text] = line.split(' ');
    const n = Number(text);
    if (what === 'page') acknowledged.page = Math.max(acknowledged.page, n);
    if (what === 'state') acknowledged.state = Math.max(acknowledged.state, n);
    if (what === 'claim') acknowledged.claims.push(n);
    if (what === 'settle') acknowledged.settled.push(n);
  }
}

/** The lives of one folder. */
async function playFolder(seed: number, driver: Driver, { program, counts, breaches, enough }: { program: string; counts: Counts; breaches: Breach[]; enough: () => boolean }): Promise<void> {
  const choose = seededChoose(seed);
  const folder = await tempFolder();
  const acknowledged: Acknowledged = { page: -1, state: -1, claims: [], settled: [] };
  try {
    for (let life = 0; life < LIVES_PER_FOLDER && !enough(); life++) {
      const end = await runLife(lifeOf(folder.path, program, choose));
      const replay = `folder seed ${seed}, life ${life}`;
      if (end.error !== null) {
        breaches.push({ replay, what: end.error });
        return;
      }
      counts.kills += 1;
      counts.killedWhileStarting += end.lines.length === 0 ? 1 : 0;
      counts.acknowledged += end.lines.length;
      counts.pages += end.lines.filter((line) => line.startsWith('page')).length;
      note(end.lines, acknowledged);
      const findings = await inspect(folder.path, driver, acknowledged);
      counts.starts += 1;
      counts.lost += findings.filter(({ kind }) => kind === 'lost').length;
      counts.halfTransactions += findings.filter(({ kind }) => kind === 'half').length;
      breaches.push(...findings.map(({ what }) => ({ replay, what })));
    }
  } finally {
    await folder.remove();
  }
}

/** See the promise. */
export const campaign: Campaign = {
  name: 'kill',
  promise: 'Killed at any moment, the store starts again with every acknowledged row, value and claim, and nothing of a transaction without the rest of it.',
  least: { kills: KILLS.quick, acknowledged: 1_000 },
  async run(context: CampaignContext) {
    const { quick, seed, signal } = context;
    const counts: Counts = { kills: 0, acknowledged: 0, pages: 0, lost: 0, halfTransactions: 0, starts: 0, killedWhileStarting: 0 };
    const breaches: Breach[] = [];
    const wanted = quick ? KILLS.quick : KILLS.heavy;
    const driver = await chooseDriver('better-sqlite3-multiple-ciphers');
    let folders = 0;
    let told = 0;
    // Two lives are under way at once, so the last one may be one too many: it counts as well.
    const enough = (): boolean => counts.kills >= wanted || signal.aborted || breaches.length > 50;
    const lane = async (): Promise<void> => {
      while (!enough()) {
        await playFolder(seed + 1_000 * folders++, driver, { program: program.path, counts, breaches, enough });
        if (counts.kills - told >= 100) context.say(`${(told = counts.kills)} kills, ${counts.acknowledged} acknowledged, ${counts.lost} lost`);
      }
    };
    const program = await tempFolder();
    try {
      await readyProgram(program.path);
      await Promise.all(Array.from({ length: LANES }, lane));
    } finally {
      await program.remove();
    }
    return { counts, notes: [], breaches };
  },
};
