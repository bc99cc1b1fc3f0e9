import { ok } from '../../../contract/result.ts';
import type { Account } from '../../engine/account.ts';
import type { HandlersOf } from '../handlers.ts';

/** Signing in and out. Tokens go in here and never come out. */
export function sessionHandlers(account: Account): HandlersOf<'session.test' | 'session.signIn' | 'session.signOut'> {
  return {
    'session.test': async (typed) => ok(await account.test(typed)),
    'session.signIn': async (typed) => ok(await account.signIn(typed)),
    async 'session.signOut'({ wipe }) {
      await account.signOut(wipe);
      return ok(null);
    },
  };
}
