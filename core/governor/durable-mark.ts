import type { StateStore } from '../store/store.ts';
import type { StoredRestraint } from './restraint.ts';
import { writeGovernorState } from './stored-state.ts';

/**
 * The count on disk that a next run takes for held. Nothing is sent beyond {@link DurableMark.certain}, so a crash at
 * any moment leaves a mark at least as high as what was sent. It is raised a block of slots at a time, so that most
 * requests cost no write.
 */
export interface DurableMark {
  /** The lowest mark that the disk may hold now. */
  certain(): number;
  /** Whether a write is on its way. */
  busy(): boolean;
  /** Writes the mark and what holds the budget back; false when the disk refused. Only one write at a time. */
  write(mark: number, restraint: StoredRestraint): Promise<boolean>;
}

/** Makes a {@link DurableMark}; `onDisk` is what was read at start. */
export function createDurableMark(state: StateStore, onDisk: number): DurableMark {
  let certain = onDisk;
  let busy = false;
  return {
    certain: () => certain,
    busy: () => busy,
    async write(mark, restraint) {
      busy = true;
      // Until the write is confirmed either value may be the one that a crash leaves behind.
      certain = Math.min(certain, mark);
      try {
        await writeGovernorState(state, { mark, ...restraint });
        certain = mark;
        return true;
      } catch {
        return false;
      } finally {
        busy = false;
      }
    },
  };
}
