import type { Result } from '../result.ts';
import type { Reply, Request } from './calls.ts';
import type { CallName, EventName } from './channels.ts';
import type { EventPayload } from './events.ts';

/**
 * What the preload script exposes as `window.bridge`. `call` never rejects for an expected failure:
 * the reply is a Result. `on` returns its own unsubscribe.
 */
export interface Bridge {
  call<C extends CallName>(name: C, request: Request<C>): Promise<Result<Reply<C>>>;
  on<E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void): () => void;
}
