import type { CallName } from '../../contract/ipc/channels.ts';
import type { Reply, Request } from '../../contract/ipc/calls.ts';
import type { Result } from '../../contract/result.ts';

/** Answers one kind of call. Expected failures are a Result; an EngineError may also be thrown and becomes one. */
export type Handler<C extends CallName> = (request: Request<C>) => Promise<Result<Reply<C>>> | Result<Reply<C>>;

/** A handler for every call of the contract; a missing one is a compile error. */
export type Handlers = { readonly [C in CallName]: Handler<C> };

/** The handlers of some calls. */
export type HandlersOf<C extends CallName> = Pick<Handlers, C>;
