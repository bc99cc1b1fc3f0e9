import { createProvenProfiles, RENEWING } from '../../../main/profiles/proven-profiles.ts';
import type { ProvenProfiles } from '../../../main/profiles/proven-profiles.ts';
import { memoryState } from '../memory-state.ts';
import { recordingLog } from './recording-log.ts';

/** The memory of which profiles renewed a token, empty. */
export function provenMemory(): ProvenProfiles {
  return createProvenProfiles(memoryState(), recordingLog(), RENEWING);
}
