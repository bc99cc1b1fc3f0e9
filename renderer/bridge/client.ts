import type { Bridge } from '../../contract/ipc/bridge.ts';
import type { Reply, Request } from '../../contract/ipc/calls.ts';
import type { CallName } from '../../contract/ipc/channels.ts';
import type { AppError, Result } from '../../contract/result.ts';

/** A call that failed, as an exception, because queries and mutations tell failure by rejection. Carries a code, never a secret. */
export class CallError extends Error {
  /** What to say and what to do next: `errors.<code>` in the locales. */
  readonly error: AppError;

  constructor(call: CallName, error: AppError) {
    super(`${call} failed: ${error.code}`);
    this.name = 'CallError';
    this.error = error;
  }
}

/** Makes a call and resolves with its value. */
export type Call = <C extends CallName>(name: C, request: Request<C>) => Promise<Reply<C>>;

/** Wraps a bridge: a Result becomes a value or a {@link CallError}. A bridge that rejects (the other side is gone) is `internal`. */
export function createCall(bridge: Bridge): Call {
  return async (name, request) => {
    const result = await answer(bridge, name, request);
    if (!result.ok) throw new CallError(name, result.error);
    return result.value;
  };
}

async function answer<C extends CallName>(bridge: Bridge, name: C, request: Request<C>): Promise<Result<Reply<C>>> {
  try {
    return await bridge.call(name, request);
  } catch {
    return { ok: false, error: { code: 'internal' } };
  }
}

/** The error to show for whatever a query or mutation rejected with. */
export function appErrorOf(thrown: unknown): AppError {
  return thrown instanceof CallError ? thrown.error : { code: 'internal' };
}
