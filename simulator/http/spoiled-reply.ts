import type { Failure } from '../faults.ts';
import type { Answered, Outcome } from './exchange.ts';
import { JSON_TYPE, type Reply } from './reply.ts';

const PORTAL = '<!doctype html><html><head><title>Sign in to the network</title></head><body><h1>Welcome</h1><p>Please accept the terms of use to continue.</p></body></html>';

function page(status: number, headers: Readonly<Record<string, string>> = {}): Answered<'whole'> {
  return { kind: 'whole', status, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' }, text: PORTAL };
}

/** An answer as it is, in JSON. */
export function wholeReply(reply: Reply): Answered<'whole'> {
  return { kind: 'whole', status: reply.status, headers: { ...reply.headers, 'content-type': JSON_TYPE }, text: JSON.stringify(reply.body) };
}

/** Complete bytes that are not JSON: the answer without its end. */
function brokenReply(reply: Reply): Answered<'whole'> {
  const text = JSON.stringify(reply.body);
  return { kind: 'whole', status: reply.status, headers: { 'content-type': JSON_TYPE }, text: text.slice(0, Math.max(1, Math.floor(text.length * 0.7))) };
}

/**
 * What goes out when a scripted failure strikes. `work` makes the true answer; it is called only by the failures that
 * spoil an answer after the work was done.
 */
export async function spoiledReply(failure: Failure, work: () => Promise<Reply>): Promise<Outcome> {
  switch (failure.kind) {
    case 'status':
      return wholeReply({ status: failure.status, body: failure.body ?? { error: { code: 'scripted', message: 'A scripted failure.' } }, headers: failure.headers ?? {} });
    case 'html':
      return page(failure.status);
    case 'redirect':
      return page(failure.status, { location: failure.location });
    case 'drop':
    case 'hang':
      return { kind: failure.kind };
    case 'brokenJson':
      return brokenReply(await work());
    case 'truncated':
      return { ...wholeReply(await work()), kind: 'half' };
  }
}
