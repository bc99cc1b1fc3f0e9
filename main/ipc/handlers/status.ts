import type { Reply } from '../../../contract/ipc/calls.ts';
import type { QueuePlace } from '../../../contract/models/queue-place.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { StatusBoard } from '../../status/status-board.ts';
import type { HandlersOf } from '../handlers.ts';

/** What the calls about the app's state need. */
export interface StatusNeeds {
  readonly start: () => Omit<Reply<'app.start'>, 'status' | 'place'>;
  readonly board: StatusBoard;
  /** Begins a pass now; null while nobody is signed in. Resolves when it is done. */
  readonly syncNow: () => Promise<void> | null;
}

/** Tells windows how the app stands and where they were, and syncs on request. */
export function statusHandlers({ start, board, syncNow }: StatusNeeds): HandlersOf<'app.start' | 'place.keep' | 'status.get' | 'sync.now'> {
  // Never on disk: a filter may name people.
  let place: QueuePlace | null = null;
  return {
    'app.start': () => ok({ ...start(), status: board.now(), place }),
    'place.keep'(now) {
      place = now;
      return ok(null);
    },
    'status.get': () => ok(board.now()),
    async 'sync.now'() {
      const pass = syncNow();
      if (!pass) return fail('signedOut');
      await pass;
      return ok(null);
    },
  };
}
