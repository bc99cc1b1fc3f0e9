import type { CallName } from '../../contract/ipc/channels.ts';
import { fail } from '../../contract/result.ts';
import type { HandlersOf } from './handlers.ts';

/**
 * Handlers that answer `signedOut` while nobody is signed in: what is stored belongs to the account, and may stay on
 * the disk after signing out, but is not shown to whoever sits at the computer then. A dead session is not signed out.
 */
export function signedInOnly<C extends CallName>(handlers: HandlersOf<C>, isSignedIn: () => boolean): HandlersOf<C> {
  const guarded = Object.entries(handlers).map(([name, handler]) => {
    const answer = handler as (request: unknown) => unknown;
    return [name, (request: unknown) => (isSignedIn() ? answer(request) : fail('signedOut'))];
  });
  return Object.fromEntries(guarded) as HandlersOf<C>;
}
