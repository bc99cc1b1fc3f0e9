import type { ServerResponse } from 'node:http';

/** An answer before it is sent; `body` becomes JSON. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal. What Cxpress says in one is not documented; ours are `{error: {code, message}}`. */
export function refusal(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, body: { error: { code, message } }, headers };
}

/** Sends bytes as they are, with their length, so that a reader can tell a cut answer. */
export function sendText(response: ServerResponse, status: number, contentType: string, text: string): void {
  response.statusCode = status;
  response.setHeader('content-type', contentType);
  response.setHeader('content-length', Buffer.byteLength(text));
  response.end(text);
}

/** Sends an answer as JSON. */
export function sendReply(response: ServerResponse, reply: Reply): void {
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  sendText(response, reply.status, 'application/json; charset=utf-8', JSON.stringify(reply.body));
}
