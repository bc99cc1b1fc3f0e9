import { z } from 'zod';
import type { StateStore } from '../store/store.ts';

/** How near the end of the refresh token is: two days left (from its fifth day on), one day, one hour, over. */
export const EXPIRY_STAGES = ['twoDays', 'day', 'hour', 'over'] as const;
/** One of {@link EXPIRY_STAGES}. */
export type ExpiryStage = (typeof EXPIRY_STAGES)[number];

const KEY = 'session.warned';
const schema = z.object({ goodUntil: z.number(), told: z.array(z.enum(EXPIRY_STAGES)) });

/** Which warnings were told about one refresh token, across restarts. A token is known by its expected end. */
export interface WarnedStages {
  /** Resolves when what earlier runs noted is known; a disk that cannot be read counts as nothing noted. */
  read(): Promise<void>;
  has(goodUntil: number, stage: ExpiryStage): boolean;
  /** Notes it before it is told. A disk that refuses costs at most a second telling in a later run. */
  note(goodUntil: number, stage: ExpiryStage): Promise<void>;
}

/** Makes {@link WarnedStages} in state.db. */
export function createWarnedStages(state: StateStore): WarnedStages {
  let noted: z.infer<typeof schema> | null = null;
  const toldOf = (goodUntil: number): readonly ExpiryStage[] => (noted?.goodUntil === goodUntil ? noted.told : []);
  return {
    async read() {
      try {
        const bytes = await state.get(KEY);
        if (bytes) noted ??= schema.parse(JSON.parse(new TextDecoder().decode(bytes)));
      } catch {
        noted = null;
      }
    },
    has: (goodUntil, stage) => toldOf(goodUntil).includes(stage),
    async note(goodUntil, stage) {
      noted = { goodUntil, told: [...toldOf(goodUntil), stage] };
      await state.set(KEY, new TextEncoder().encode(JSON.stringify(noted))).catch(() => undefined);
    },
  };
}
