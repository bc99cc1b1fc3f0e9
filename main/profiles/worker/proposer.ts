import type { Choices, Proposal } from '../../../contract/profile/proposal.ts';
import type { Clock } from '../../../core/clock.ts';
import { EngineError } from '../../../core/engine-error.ts';
import type { ProposeReply, ProposeRequest } from './protocol.ts';

/** The main thread's end: what is used of a worker. */
export interface ProposerPort {
  postMessage(message: ProposeRequest): void;
  on(event: 'message', listener: (reply: ProposeReply) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  terminate(): Promise<unknown>;
}

/** Reads one file to import and proposes, in a thread of its own: a file of 8 MB would hold the windows up for too long. */
export interface Proposer {
  /** Rejects with EngineError (`fileNotCollection`, `fileRefused`). */
  read(bytes: Uint8Array, fileName: string): Promise<Proposal>;
  /** Proposes again from the same file. */
  propose(choices: Choices): Promise<Proposal>;
  dispose(): void;
}

/** Who reads that long was given a file made for it. */
const LIMIT_MS = 20_000;

interface Waiting {
  readonly resolve: (proposal: Proposal) => void;
  readonly reject: (error: EngineError) => void;
  readonly cancel: () => void;
}

/** Makes a {@link Proposer}. Calls are answered in order; a thread that dies or takes too long refuses its file for good. */
export function createProposer(port: ProposerPort, clock: Clock): Proposer {
  let waiting: Waiting[] = [];
  let down = false;

  const goDown = (): void => {
    if (down) return;
    down = true;
    for (const { reject, cancel } of waiting) {
      cancel();
      reject(new EngineError('fileRefused'));
    }
    waiting = [];
    void port.terminate();
  };
  port.on('error', goDown);
  port.on('exit', goDown);
  port.on('message', (reply) => {
    const [first, ...rest] = waiting;
    if (!first) return;
    waiting = rest;
    first.cancel();
    if (reply.ok) first.resolve(reply.proposal);
    else first.reject(new EngineError(reply.error.code, reply.error.params ? { params: reply.error.params } : {}));
  });
  const ask = (request: ProposeRequest): Promise<Proposal> =>
    new Promise((resolve, reject) => {
      if (down) return reject(new EngineError('fileRefused'));
      waiting.push({ resolve, reject, cancel: clock.after(LIMIT_MS, goDown) });
      port.postMessage(request);
    });
  return {
    read: (bytes, fileName) => ask({ do: 'read', bytes, fileName }),
    propose: (choices) => ask({ do: 'propose', choices }),
    dispose: goDown,
  };
}
