import type { ServerResponse } from 'node:http';
import type { Failure } from '../faults.ts';
import { sendReply, sendText, type Reply } from './reply.ts';

const PORTAL = '<!doctype html><html><head><title>Sign in to the network</title></head><body><h1>Welcome</h1><p>Please accept the terms of use to continue.</p></body></html>';

/** Sends half of an answer that announces its full length, then cuts the connection. */
function sendHalf(response: ServerResponse, reply: Reply): void {
  const bytes = Buffer.from(JSON.stringify(reply.body));
  response.writeHead(reply.status, { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length });
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
}

/** Sends complete bytes that are not JSON: the answer without its end. */
function sendBroken(response: ServerResponse, reply: Reply): void {
  const text = JSON.stringify(reply.body);
  sendText(response, reply.status, 'application/json; charset=utf-8', text.slice(0, Math.max(1, Math.floor(text.length * 0.7))));
}

/**
 * Answers as a scripted failure wants. `work` makes the true answer; it is called only by the failures that spoil an
 * answer after the work was done. Returns the status that went out, 0 for none.
 */
export async function sendSpoiled(response: ServerResponse, failure: Failure, work: () => Promise<Reply>): Promise<number> {
  switch (failure.kind) {
    case 'status':
      sendReply(response, { status: failure.status, body: failure.body ?? { error: { code: 'scripted', message: 'A scripted failure.' } }, headers: failure.headers ?? {} });
      return failure.status;
    case 'html':
      sendText(response, failure.status, 'text/html; charset=utf-8', PORTAL);
      return failure.status;
    case 'redirect':
      response.setHeader('location', failure.location);
      sendText(response, failure.status, 'text/html; charset=utf-8', PORTAL);
      return failure.status;
    case 'drop':
      response.destroy();
      return 0;
    case 'hang':
      return 0;
    case 'brokenJson': {
      const reply = await work();
      sendBroken(response, reply);
      return reply.status;
    }
    case 'truncated': {
      const reply = await work();
      sendHalf(response, reply);
      return reply.status;
    }
  }
}
