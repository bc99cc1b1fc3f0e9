import { CALLS } from '../../../contract/ipc/channels.ts';
import type { CallName } from '../../../contract/ipc/channels.ts';
import { fail } from '../../../contract/result.ts';
import type { Handlers } from '../../../main/ipc/handlers.ts';

/** Handlers that count how often they run and answer `notFound`; single ones can be given. */
export function stubHandlers(given: Partial<Record<CallName, (request: never) => unknown>> = {}): { handlers: Handlers; entered: CallName[] } {
  const entered: CallName[] = [];
  const handlers = Object.fromEntries(
    CALLS.map((name) => [
      name,
      (request: never) => {
        entered.push(name);
        return given[name]?.(request) ?? fail('notFound');
      },
    ]),
  );
  return { handlers: handlers as unknown as Handlers, entered };
}
