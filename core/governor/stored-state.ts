import { z } from 'zod';
import type { StateStore } from '../store/store.ts';
import type { StoredBlock } from './block.ts';

const KEY = 'governor';

const schema = z.object({
  v: z.literal(1),
  mark: z.number().int().min(0).max(100_000),
  block: z.object({ until: z.number(), length: z.number() }).nullable(),
});

/** What outlives a run. `mark`: at least as many slots as a crash at any moment would leave held. */
export interface GovernorState {
  readonly mark: number;
  readonly block: StoredBlock | null;
}

/** Reads it. Null: nothing was ever kept. `unreadable`: something was, and nobody knows what. */
export async function readGovernorState(state: StateStore): Promise<GovernorState | 'unreadable' | null> {
  try {
    const bytes = await state.get(KEY);
    if (!bytes) return null;
    const parsed = schema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? { mark: parsed.data.mark, block: parsed.data.block } : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

/** Writes it; on disk when the promise resolves. */
export async function writeGovernorState(state: StateStore, value: GovernorState): Promise<void> {
  await state.set(KEY, new TextEncoder().encode(JSON.stringify({ v: 1, ...value })));
}
