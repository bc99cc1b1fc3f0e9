import { callSchemas } from '../../contract/ipc/calls.ts';
import { CALLS } from '../../contract/ipc/channels.ts';
import type { CallName } from '../../contract/ipc/channels.ts';
import { fail, ok } from '../../contract/result.ts';
import type { Result } from '../../contract/result.ts';
import { EngineError } from '../../core/engine-error.ts';
import type { Logger } from '../../core/log.ts';
import type { Handlers } from './handlers.ts';
import { isPlainAndSmall, payloadLimitsOf } from './payload-limits.ts';
import { senderFault } from './trusted-sender.ts';
import type { CallSender, Trust } from './trusted-sender.ts';

const NAMES: ReadonlySet<unknown> = new Set(CALLS);

function isCallName(name: unknown): name is CallName {
  return NAMES.has(name);
}

/** Runs a handler; whatever it throws becomes a Result. Only an EngineError's code crosses to the page. */
async function run(name: CallName, request: unknown, handlers: Handlers, log: Logger): Promise<Result<unknown>> {
  const handler = handlers[name] as (request: unknown) => Promise<Result<unknown>> | Result<unknown>;
  try {
    return await handler(request);
  } catch (error) {
    if (error instanceof EngineError) return { ok: false, error: error.toAppError() };
    log.error('call.threw', { call: name, error });
    return fail('internal');
  }
}

/**
 * Answers calls of windows: trusted sender → bounded size → known name → request schema → handler → reply schema. The
 * answer is always a Result and never repeats what was sent; issues of a schema are logged by path, never by value.
 */
export function createCallAnswerer(handlers: Handlers, trust: Trust, log: Logger): (event: CallSender, name: unknown, payload: unknown) => Promise<Result<unknown>> {
  return async (event, name, payload) => {
    const fault = senderFault(event, trust);
    if (fault !== null) {
      log.warn('call.untrustedSender', { fault });
      return fail('untrustedSender');
    }
    if (!isCallName(name) || !isPlainAndSmall(payload, payloadLimitsOf(name))) {
      log.warn('call.refused', { known: isCallName(name) });
      return fail('invalidRequest');
    }
    const request = callSchemas[name].request.safeParse(payload);
    if (!request.success) {
      log.warn('call.invalidRequest', { call: name, at: request.error.issues.map((issue) => issue.path.join('.')) });
      return fail('invalidRequest');
    }
    const result = await run(name, request.data, handlers, log);
    if (!result.ok) return result;
    const reply = callSchemas[name].reply.safeParse(result.value);
    if (reply.success) return ok(reply.data);
    log.error('call.invalidReply', { call: name, at: reply.error.issues.map((issue) => issue.path.join('.')) });
    return fail('internal');
  };
}
