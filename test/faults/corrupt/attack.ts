import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Choose } from '../../support/choose.ts';
import type { Breach } from '../campaign.ts';
import type { Offsets, Opening, Target, Verdict } from './target.ts';

/** What was done and what came of it. */
export interface AttackCounts extends Record<Verdict, number> {
  truncations: number;
  flips: number;
  others: number;
  starts: number;
  /** Flips and cuts within databases and sealed files that came out as other data than was ever acknowledged. */
  undetected: number;
}

/** What all attacks share. */
export interface Attack {
  readonly root: string;
  readonly target: Target;
  readonly counts: AttackCounts;
  readonly breaches: Breach[];
}

/** Puts a folder there with the files as they were, but for those in `changed`, and opens it. `plant` may do worse than change bytes. */
export async function openHarmed({ root, target, counts, breaches }: Attack, replay: string, changed: ReadonlyMap<string, Buffer | null>, plant?: (folder: string) => Promise<void>): Promise<Opening | null> {
  const folder = await mkdtemp(join(root, 'case-'));
  try {
    for (const [name, whole] of target.files) {
      const bytes = changed.get(name) === undefined ? whole : changed.get(name);
      if (bytes) await writeFile(join(folder, name), bytes, { mode: 0o600 });
    }
    await plant?.(folder);
    counts.starts += 1;
    const opening = await target.open(folder, changed);
    counts[opening.verdict] += 1;
    counts.undetected += opening.broken.some((what) => what.startsWith('it read other data')) ? 1 : 0;
    breaches.push(...opening.broken.map((what) => ({ replay: `${target.name}: ${replay}`, what })));
    return opening;
  } catch (error) {
    breaches.push({ replay: `${target.name}: ${replay}`, what: `opening threw ${String(error)}` });
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function offsets(size: number, { whole, stride }: Offsets, from: number): number[] {
  const all: number[] = [];
  for (let at = 0; at < Math.min(size, whole); at++) all.push(at);
  // Where the strides begin is the seed's choice, so that many runs reach every offset.
  for (let at = whole + from; at < size; at += stride) all.push(at);
  return all;
}

/** Cuts the file at each offset and flips one bit in each byte. */
export async function cutAndFlip(attack: Attack, which: Offsets, choose: Choose, stop: () => boolean): Promise<void> {
  const { target, counts } = attack;
  for (const names of target.attacked) {
    const size = Math.min(...names.map((name) => target.files.get(name)?.length ?? 0));
    for (const at of offsets(size, which, choose(which.stride))) {
      if (stop()) return;
      const cut = new Map(names.map((name) => [name, Buffer.from(target.files.get(name)?.subarray(0, at) ?? [])]));
      await openHarmed(attack, `${names.join()} cut to ${at} bytes`, cut);
      counts.truncations += 1;
      const bit = choose(8);
      const flipped = new Map(names.map((name) => [name, flip(target.files.get(name) ?? Buffer.alloc(0), at, bit)]));
      await openHarmed(attack, `${names.join()} bit ${bit} of byte ${at} flipped`, flipped);
      counts.flips += 1;
    }
  }
}

function flip(bytes: Buffer, at: number, bit: number): Buffer {
  const flipped = Buffer.from(bytes);
  flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
  return flipped;
}
