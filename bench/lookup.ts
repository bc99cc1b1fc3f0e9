/**
 * How fast the lookup answers as the copy grows, and what forgiving a mistake costs: each query of the list of realistic
 * ones, many times, in a temporary encrypted folder. Queries with a mistake are compared with the others as a ratio,
 * which says more than milliseconds of one computer.
 *
 *   node bench/lookup.ts [tickets=100000] [driver]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localStore } from '../core/store/local-store.ts';
import type { DriverName } from '../core/store/driver/port.ts';
import { LOOKUP_QUERIES, LOOKUP_RECIPE } from '../test/support/lookup-queries.ts';
import { lookupWorld } from '../test/support/lookup-world.ts';

const tickets = Number(process.argv[2] ?? 100_000);
const driver = process.argv[3] as DriverName | undefined;
const ROUNDS = 20;
const LIMIT = 30;

function percentile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function report(what: string, times: readonly number[]): void {
  const at = (part: number): string => percentile(times, part).toFixed(2).padStart(8);
  console.log(`${what.padEnd(28)} n=${String(times.length).padStart(5)}  p50 ${at(0.5)}  p95 ${at(0.95)}  p99 ${at(0.99)} ms`);
}

const directory = await mkdtemp(join(tmpdir(), 'cxt-bench-'));
try {
  const opened = await localStore({ directory, key: Uint8Array.from({ length: 32 }, (_value, i) => i), now: Date.now(), ...(driver ? { driver } : {}) });
  if (!('store' in opened)) throw new Error(opened.outcome);
  const { store } = opened;
  const begun = performance.now();
  await lookupWorld({ ...LOOKUP_RECIPE, tickets }).fill(store);
  console.log(`${tickets} tickets stored in ${((performance.now() - begun) / 1000).toFixed(1)} s, ${opened.driver}, Node ${process.versions.node}`);
  const byKind = new Map<string, number[]>();
  const forgiven: number[] = [];
  const exact: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const { kind, query } of LOOKUP_QUERIES) {
      const start = performance.now();
      const results = await store.lookup(query, LIMIT);
      const took = performance.now() - start;
      byKind.set(kind, [...(byKind.get(kind) ?? []), took]);
      (results.some((one) => one.forgiven) ? forgiven : exact).push(took);
    }
  }
  for (const [kind, times] of byKind) report(kind, times);
  report('all without a mistake', exact);
  report('all with a mistake forgiven', forgiven);
  const ratio = (part: number): string => (percentile(forgiven, part) / percentile(exact, part)).toFixed(2);
  console.log(`forgiving costs ${ratio(0.5)} times an exact query at p50, ${ratio(0.95)} at p95`);
  await store.close();
} finally {
  await rm(directory, { recursive: true, force: true });
}
