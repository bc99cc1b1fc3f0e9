import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DriverName } from '../../../core/store/driver/port.ts';
import { ROWS, rowsOf } from '../../support/store-committer.ts';
import { DRIVERS, tempFolder, tempStore } from '../../support/temp-store.ts';

const PROGRAM = join(import.meta.dirname, '../../support/store-committer.ts');

/** Commits from page `first` on until `kill` acknowledgements and some more were seen, then dies by SIGKILL. Gives the last acknowledged page. */
function commitAndDie(directory: string, driver: DriverName, run: { first: number; kill: number; delayMs: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, directory, driver, String(run.first)], { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    let armed = false;
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (armed || text.split('\n').length <= run.kill) return;
      armed = true;
      setTimeout(() => child.kill('SIGKILL'), run.delayMs);
    });
    child.on('close', (_code, signal) => {
      if (signal !== 'SIGKILL') return reject(new Error(`the committer ended by itself: ${text}`));
      const lines = text.split('\n').slice(0, -1);
      return resolve(Number(lines.at(-1) ?? run.first - 1));
    });
  });
}

describe.each(DRIVERS)('killed while committing with %s', (driver) => {
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  beforeEach(async () => {
    folder = await tempFolder();
  });
  afterEach(() => folder.remove());

  it('loses no acknowledged page, stores none in part, and never has a watermark ahead of its rows', async () => {
    let first = 0;
    for (let kill = 0; kill < 8; kill++) {
      const acknowledged = await commitAndDie(folder.path, driver, { first, kill, delayMs: (kill * 37) % 60 });
      const { store, state, outcome, stateOutcome, movedTo } = await tempStore({ directory: folder.path, driver });
      expect([outcome, stateOutcome, movedTo]).toEqual(['opened', 'opened', null]);
      const watermark = (await store.stream('ticket')).watermark ?? -1;
      expect(watermark).toBeGreaterThanOrEqual(acknowledged);
      expect(Number(Buffer.from((await state.get('page')) ?? []).toString())).toBeGreaterThanOrEqual(acknowledged);
      expect((await store.counts()).ticket).toBe((watermark + 1) * ROWS);
      for (const row of rowsOf(watermark)) expect(await store.record('ticket', row.id)).toEqual(row);
      expect((await store.lookup(`word${watermark}`, 200)).map((found) => found.id).sort()).toEqual(rowsOf(watermark).map((row) => row.id).sort());
      await store.close();
      first = watermark + 1;
    }
    expect(first).toBeGreaterThan(8);
  });

  it('starts again after a death at any moment of the first start', async () => {
    for (const delayMs of [0, 150, 250, 350, 450]) {
      const child = spawn(process.execPath, [PROGRAM, folder.path, driver, '0'], { stdio: 'ignore' });
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      const dead = new Promise((resolve) => child.on('close', resolve));
      child.kill('SIGKILL');
      await dead;
      const { store } = await tempStore({ directory: folder.path, driver });
      const watermark = (await store.stream('ticket')).watermark ?? -1;
      expect((await store.counts()).ticket).toBe((watermark + 1) * ROWS);
      await store.wipe();
      await store.close();
      await folder.remove();
    }
  });
});
