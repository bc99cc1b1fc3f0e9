import type { AppError } from '../../../contract/result.ts';
import { EngineError } from '../../engine-error.ts';
import type { NewerThanApp, StoreFound, StoreLocation } from '../open-store.ts';

/** What the main thread asks. The first request is `open`; `id` is told back in the reply. */
export type StoreRequest =
  | { readonly id: number; readonly do: 'open'; readonly location: StoreLocation }
  | { readonly id: number; readonly do: 'call'; readonly port: 'store' | 'state'; readonly name: string; readonly args: readonly unknown[] };

/** What the worker answers: exactly one reply per request, and before that to `open`, signs that it is under way. A call named `close` of `store` is the last. */
export type StoreReply =
  | { readonly id: number; readonly ok: 'underWay' }
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: WireError };

/** Value of the reply to `open`. */
export type OpenReply = StoreFound | NewerThanApp;

/** An EngineError on its way between threads; a class does not survive it. `cause` is for a developer's log. */
export interface WireError {
  readonly code: EngineError['code'];
  readonly params: AppError['params'];
  readonly retry: boolean;
  readonly cause: string;
}

/** Takes an error apart. */
export function toWire(error: EngineError): WireError {
  const cause = error.cause instanceof Error ? error.cause.message : '';
  return { code: error.code, params: error.params, retry: error.retry, cause };
}

/** Puts it together again. */
export function fromWire({ code, params, retry, cause }: WireError): EngineError {
  return new EngineError(code, { ...(params === undefined ? {} : { params }), retry, cause: new Error(cause) });
}
