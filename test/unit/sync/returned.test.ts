import { expect, it } from 'vitest';
import { EngineError } from '../../../core/engine-error.ts';
import { goLive, syncBench } from '../../support/sync-bench.ts';
import type { SyncBench } from '../../support/sync-bench.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

async function liveBench(): Promise<SyncBench> {
  const bench = await syncBench();
  bench.api.put('ticket', 't1');
  bench.api.put('task', 'k1');
  await goLive(bench);
  return bench;
}
const returned = ({ passes }: SyncBench) => passes.splice(0).map((pass) => pass.returned);

it('the first complete pass after a start has returned, the next has not', async () => {
  const bench = await liveBench();
  const engine = await bench.restart();
  engine.start();
  await bench.clock.advance(65_000);
  expect(returned(bench)).toEqual([true, false, false]);
});

it('so has the first after a wake, and one that was noticed by the clock alone', async () => {
  const bench = await liveBench();
  bench.engine.wake();
  await bench.clock.advance(35_000);
  expect(returned(bench)).toEqual([true, false]);
  bench.clock.jumpWall(3 * HOUR);
  await bench.clock.advance(35_000);
  expect(returned(bench)).toContain(true);
});

it.each(['offline', 'unreachable', 'blocked'] as const)('so has the first after %s, and not before it is complete', async (code) => {
  const bench = await liveBench();
  bench.api.onCall = () => new EngineError(code, { params: { until: bench.clock.now() + MINUTE } });
  await bench.clock.advance(45_000);
  expect(returned(bench)).toEqual([]);
  let asked = 0;
  bench.api.onCall = ({ entity }) => (entity === 'task' && asked++ === 0 ? new EngineError('serverError') : null);
  await bench.clock.advance(4 * MINUTE);
  const seen = returned(bench);
  expect(seen[0]).toBe(true);
  expect(seen.slice(1).every((one) => !one)).toBe(true);
  expect(asked).toBeGreaterThan(1);
});

it('a failure of one list alone is no absence', async () => {
  const bench = await liveBench();
  let asked = 0;
  bench.api.onCall = ({ entity }) => (entity === 'task' && asked++ === 0 ? new EngineError('serverError') : null);
  await bench.clock.advance(2 * MINUTE);
  expect(asked).toBeGreaterThan(1);
  expect(returned(bench)).not.toContain(true);
});

it('an absence that only the server noticed is measured by it', async () => {
  const bench = await liveBench();
  bench.api.elapse(10 * HOUR);
  await bench.clock.advance(31_000);
  expect(bench.passes[0]?.awayMs).toBeGreaterThan(9.9 * HOUR);
  bench.passes.length = 0;
  await bench.clock.advance(31_000);
  expect(bench.passes[0]?.awayMs).toBe(0);
});

it('the same after a restart, when only the server went on', async () => {
  const bench = await liveBench();
  bench.api.elapse(144 * HOUR);
  const engine = await bench.restart();
  engine.start();
  await bench.clock.advance(100);
  expect(bench.passes[0]).toMatchObject({ returned: true });
  expect(bench.passes[0]?.awayMs).toBeGreaterThan(143 * HOUR);
});

it('a server clock that is corrected by less than two hours makes no absence', async () => {
  const bench = await liveBench();
  bench.api.elapse(HOUR);
  await bench.clock.advance(31_000);
  expect(bench.passes[0]?.awayMs).toBe(0);
});
