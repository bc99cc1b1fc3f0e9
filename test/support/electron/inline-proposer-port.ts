import { servePropose } from '../../../main/profiles/worker/serve.ts';
import type { ProposeReply, ProposeRequest } from '../../../main/profiles/worker/protocol.ts';
import type { ProposerPort } from '../../../main/profiles/worker/proposer.ts';

/** The worker's program on this thread: messages are copied as between threads, and arrive later. */
export function inlineProposerPort(): ProposerPort {
  let toWorker: (request: ProposeRequest) => void = () => undefined;
  let toMain: (reply: ProposeReply) => void = () => undefined;
  servePropose({
    on: (_event, listener) => void (toWorker = listener),
    postMessage: (reply) => {
      const copy = structuredClone(reply);
      queueMicrotask(() => toMain(copy));
    },
  });
  return {
    postMessage: (request) => {
      const copy = structuredClone(request);
      queueMicrotask(() => toWorker(copy));
    },
    on: (event: string, listener: (value: never) => void) => {
      if (event === 'message') toMain = listener as (reply: ProposeReply) => void;
    },
    terminate: async () => void (toMain = () => undefined),
  };
}
