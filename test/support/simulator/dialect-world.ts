import type { DialectName } from '../../../simulator/dialects/dialects.ts';
import { createInProcessSimulator, type InProcessSimulator } from '../../../simulator/in-process.ts';
import type { WorldOptions } from '../../../simulator/options.ts';
import { createProfileReader, type ProfileReader } from './profile-reader.ts';

/** A small world in one dialect, with a reader and time in hand. */
export interface DialectWorld {
  readonly simulator: InProcessSimulator;
  readonly reader: ProfileReader;
  /** Moves all time on. */
  readonly pass: (ms: number) => void;
}

/** When every such world begins. */
export const WORLD_START = Date.UTC(2026, 0, 5, 12);

/** Makes a {@link DialectWorld}; nothing listens, nothing is left running, and the rate limit is out of the way. */
export function dialectWorld(dialect: DialectName, options: WorldOptions = {}): DialectWorld {
  let now = WORLD_START;
  const simulator = createInProcessSimulator({ tickets: 30, seed: 3, rateRules: { limit: 1_000_000 }, ...options, dialect, realTime: () => now });
  const { baseUrl, apiToken, fetch, parts } = simulator;
  return { simulator, reader: createProfileReader({ profile: parts.profile, fetch, baseUrl, token: apiToken }), pass: (ms) => void (now += ms) };
}
