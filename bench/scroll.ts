/**
 * How smoothly a queue scrolls in the real app as the copy grows: frames while the wheel turns, through a few hundred rows
 * and through all of them. Without a graphics card frames are drawn by the processor, so the ratio between the two says
 * more than the milliseconds. Start it by `npm run bench:scroll [-- tickets=100000]`; the first sync is paced, which
 * takes about six minutes for 100,000.
 */
import type { Page } from 'playwright';
import { ALL_ROWS } from '../contract/models/filter.ts';
import { ask, askUntil } from '../test/support/app/bridge.ts';
import { launchApp, temporaryProfile } from '../test/support/app/launch.ts';
import { signIn } from '../test/support/app/sign-in.ts';
import { startSimulator } from '../test/support/simulator/simulator-process.ts';

const wanted = Number(process.argv[2] ?? 100_000);
const FEW = 500;
const TURNS = 300;
/** Pixels of a turn of the wheel: about two rows. */
const TURN = 120;
const HOUR = 3_600_000;

const rowsHere = async (page: Page): Promise<number> => (await ask(page, 'queue.page', { entity: 'ticket', offset: 0, limit: 1, filter: ALL_ROWS })).total;

/** Intervals between frames while the list scrolls and, for each frame, whether a row on screen was still without its words. ms. */
async function scroll(page: Page, from: number): Promise<{ intervals: number[]; bare: number }> {
  return page.evaluate(async ({ turns, turn, start }) => {
    const list = document.querySelector<HTMLElement>('main [role="listbox"]');
    if (!list) throw new Error('no list');
    list.scrollTop = start * list.scrollHeight;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const intervals: number[] = [];
    let bare = 0;
    let last = performance.now();
    for (let i = 0; i < turns; i++) {
      list.scrollTop += turn;
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      intervals.push(now - last);
      last = now;
      if (list.querySelector('[role="option"]:not([data-item])')) bare += 1;
    }
    return { intervals, bare };
  }, { turns: TURNS, turn: TURN, start: from });
}

function percentile(times: readonly number[], part: number): number {
  return [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
}

function report(what: string, { intervals, bare }: { intervals: number[]; bare: number }): number {
  const at = (part: number): string => percentile(intervals, part).toFixed(1).padStart(7);
  console.log(`${what.padEnd(34)} frames ${intervals.length}  p50 ${at(0.5)}  p95 ${at(0.95)}  p99 ${at(0.99)} ms  frames with a row still without words ${bare}`);
  return percentile(intervals, 0.95);
}

const simulator = await startSimulator({ tickets: wanted, seed: 7 });
const profile = await temporaryProfile();
const app = await launchApp({ profile: profile.path });
try {
  const page = await app.mainWindow();
  await signIn(page, simulator);
  while ((await rowsHere(page)) < FEW) await new Promise((resolve) => setTimeout(resolve, 200));
  const few = report(`${await rowsHere(page)} rows, during the first sync`, await scroll(page, 0));
  const began = performance.now();
  await askUntil(page, 'status.get', null, ({ firstSync }) => firstSync !== null, HOUR);
  console.log(`first sync of ${await rowsHere(page)} tickets ended after another ${((performance.now() - began) / 1000).toFixed(0)} s`);
  for (const from of [0, 0.5, 0.95]) {
    const many = report(`${await rowsHere(page)} rows, from ${from * 100} %`, await scroll(page, from));
    console.log(`  ratio of p95 to that of few rows: ${(many / few).toFixed(2)}`);
  }
} finally {
  await app.quit();
  await simulator.stop();
  await profile.remove();
}
