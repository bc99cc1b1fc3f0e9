import { z } from 'zod';
import type { StateStore } from '../store/store.ts';
import type { StoredRestraint } from './restraint.ts';

/** Name of the one value that a governor keeps in its StateStore. */
export const GOVERNOR_KEY = 'governor';

/** Still version 1: what came later may be missing, and an older app leaves out what it does not know. */
const schema = z.object({
  v: z.literal(1),
  mark: z.number().int().min(0).max(100_000),
  block: z.object({ until: z.number(), length: z.number(), again: z.boolean().default(false) }).nullable(),
  adapted: z.object({ percent: z.number(), quietFor: z.number(), ceiling: z.object({ percent: z.number(), left: z.number() }).nullable() }).nullable().default(null),
  flying: z.boolean().default(false),
  stamp: z.object({ at: z.number(), uptime: z.number().nullable() }).nullable().default(null),
});

/** What outlives a run. `mark`: at least as many slots as a crash at any moment would leave held. */
export interface GovernorState extends StoredRestraint {
  readonly mark: number;
}

/** Reads it. Null: nothing was ever kept. `unreadable`: something was, and nobody knows what. */
export async function readGovernorState(state: StateStore): Promise<GovernorState | 'unreadable' | null> {
  try {
    const bytes = await state.get(GOVERNOR_KEY);
    if (!bytes) return null;
    const parsed = schema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

/** Writes it; on disk when the promise resolves. */
export async function writeGovernorState(state: StateStore, value: GovernorState): Promise<void> {
  await state.set(GOVERNOR_KEY, new TextEncoder().encode(JSON.stringify({ v: 1, ...value })));
}
