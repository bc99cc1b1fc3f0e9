import type { Reply } from '../../../contract/ipc/calls.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { StatusBoard } from '../../status/status-board.ts';
import type { HandlersOf } from '../handlers.ts';

/** What the calls about the app's state need. */
export interface StatusNeeds {
  readonly start: () => Omit<Reply<'app.start'>, 'status'>;
  readonly board: StatusBoard;
  /** Begins a pass now; null while nobody is signed in. Resolves when it is done. */
  readonly syncNow: () => Promise<void> | null;
}

/** Tells windows how the app stands, and syncs on request. */
export function statusHandlers({ start, board, syncNow }: StatusNeeds): HandlersOf<'app.start' | 'status.get' | 'sync.now'> {
  return {
    'app.start': () => ok({ ...start(), status: board.now() }),
    'status.get': () => ok(board.now()),
    async 'sync.now'() {
      const pass = syncNow();
      if (!pass) return fail('signedOut');
      await pass;
      return ok(null);
    },
  };
}
