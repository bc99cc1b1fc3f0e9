import type { ServerResponse } from 'node:http';

/** An answer before it is sent; `body` becomes JSON. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Content type of every JSON answer. */
export const JSON_TYPE = 'application/json; charset=utf-8';

/** A refusal. What Cxpress says in one is not documented; ours are `{error: {code, message}}`. */
export function refusal(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, body: { error: { code, message } }, headers };
}

/** Sends an answer as JSON, with its length, so that a reader can tell a cut answer. */
export function sendReply(response: ServerResponse, reply: Reply): void {
  const text = JSON.stringify(reply.body);
  response.writeHead(reply.status, { ...reply.headers, 'content-type': JSON_TYPE, 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
