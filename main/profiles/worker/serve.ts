import { EngineError } from '../../../core/engine-error.ts';
import { propose } from '../../../core/profile/propose.ts';
import { readDocument } from '../../../core/profile/read-document.ts';
import type { ReadDocument } from '../../../core/profile/read-document.ts';
import type { ProposeReply, ProposeRequest } from './protocol.ts';

/** The thread's end of the line. */
export interface ProposePort {
  on(event: 'message', listener: (request: ProposeRequest) => void): unknown;
  postMessage(reply: ProposeReply): void;
}

/** Answers requests. The document stays here; only proposals leave the thread. A file that is refused leaves the former document. */
export function servePropose(port: ProposePort): void {
  let document: ReadDocument | null = null;

  const answer = (request: ProposeRequest): ProposeReply => {
    const asked = request.do === 'read' ? readDocument(new TextDecoder().decode(request.bytes), request.fileName) : document;
    if (asked === null) throw new EngineError('profileUnknown');
    const proposal = propose(asked, request.do === 'propose' ? request.choices : undefined);
    document = asked;
    return { ok: true, proposal };
  };
  port.on('message', (request) => {
    let reply: ProposeReply;
    try {
      reply = answer(request);
    } catch (error) {
      // What is no expected failure is the file's doing too: nothing else comes in here.
      reply = { ok: false, error: error instanceof EngineError ? error.toAppError() : { code: 'fileRefused' } };
    }
    port.postMessage(reply);
  });
}
