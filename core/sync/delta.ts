import type { Entity } from '../../contract/entity.ts';
import type { ChangeSource } from '../../contract/models/views.ts';
import { beginDelta } from './delta-run.ts';
import type { DeltaRun } from './delta-run.ts';
import { readDownward } from './read-downward.ts';
import { readWindows } from './read-windows.ts';
import type { StreamTools } from './stream-tools.ts';
import type { Way } from './ways.ts';

/** What a complete reading of changes brought. */
export interface DeltaResult {
  /** Ids that were new, changed or deleted. */
  readonly fresh: readonly string[];
  /** Every change the server knew at this server time is stored; null when it sends no `Date`. */
  readonly completeUpTo: number | null;
}

function readBy(way: Way, run: DeltaRun): Promise<boolean> {
  return way === 'oldestSince' || way === 'unorderedSince' ? readWindows(run, way) : readDownward(run, way);
}

/**
 * Reads what changed in one entity since its watermark, to the end. What a failed reading stored stays stored; its
 * watermark never runs ahead of its rows. Rejects with the client's or the store's error.
 */
export async function readDelta(entity: Entity, source: ChangeSource, tools: StreamTools): Promise<DeltaResult> {
  const run = await beginDelta(entity, source, tools);
  // Each false takes away one thing the server was believed to do, so this ends.
  while (!(await readBy(tools.ways.of(entity), run)));
  return { fresh: run.fresh, completeUpTo: run.serverTime };
}
