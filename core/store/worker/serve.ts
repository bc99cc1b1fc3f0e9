import { EngineError } from '../../engine-error.ts';
import { asEngineError } from '../driver/faults.ts';
import { localStore } from '../local-store.ts';
import type { OpenedStore, StoreLocation } from '../open-store.ts';
import { STATE_CALLS, STORE_CALLS } from '../sync-calls.ts';
import { toWire } from './protocol.ts';
import type { OpenReply, StoreReply, StoreRequest } from './protocol.ts';

/** The worker's end of the message channel. */
export interface ServingPort {
  on(event: 'message', listener: (message: StoreRequest) => void): unknown;
  postMessage(message: StoreReply): void;
  close(): void;
}

/** Answers requests of one main thread, in their order, until the store is closed. */
export function serveStore(port: ServingPort): void {
  let opened: OpenedStore | null = null;

  const open = async (id: number, location: StoreLocation): Promise<OpenReply> => {
    // What is posted leaves at once, though this thread is busy meanwhile.
    const found = await localStore({ ...location, onProgress: () => port.postMessage({ id, ok: 'underWay' }) });
    // The key came as a copy of its own; the database has read it.
    location.key?.fill(0);
    if (!('store' in found)) return found;
    opened = found;
    const { outcome, movedTo, stateOutcome, stateMovedTo, newer, driver } = found;
    return { outcome, movedTo, stateOutcome, stateMovedTo, newer, driver };
  };

  const answer = (request: StoreRequest): Promise<unknown> => {
    if (request.do === 'open') return open(request.id, request.location);
    const names: readonly string[] = request.port === 'store' ? [...STORE_CALLS, 'close'] : STATE_CALLS;
    if (opened === null || !names.includes(request.name)) return Promise.reject(new EngineError('internal', { params: { reason: 'not a call' } }));
    const calls = opened[request.port] as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
    return calls[request.name]?.(...request.args) ?? Promise.resolve();
  };

  const serve = async (request: StoreRequest): Promise<void> => {
    try {
      port.postMessage({ id: request.id, ok: true, value: await answer(request) });
    } catch (error) {
      port.postMessage({ id: request.id, ok: false, error: toWire(asEngineError(error)) });
    }
    if (request.do === 'call' && request.port === 'store' && request.name === 'close') port.close();
  };

  port.on('message', (request) => void serve(request));
}
