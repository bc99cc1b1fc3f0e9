import type { Page } from 'playwright';
import type { Bridge } from '../../../contract/ipc/bridge.ts';
import type { Reply, Request } from '../../../contract/ipc/calls.ts';
import type { CallName } from '../../../contract/ipc/channels.ts';
import type { Result } from '../../../contract/result.ts';

/** Makes a call the way the window itself does, through the bridge it was given. */
export async function ask<C extends CallName>(page: Page, name: C, request: Request<C>): Promise<Reply<C>> {
  const result = (await page.evaluate(
    ([call, body]) => (globalThis as unknown as { bridge: Bridge }).bridge.call(call, body),
    [name, request] as const,
  )) as Result<Reply<C>>;
  if (!result.ok) throw new Error(`${name}: ${result.error.code}`);
  return result.value;
}

/** Asks again until `done` is content with the reply. */
export async function askUntil<C extends CallName>(page: Page, name: C, request: Request<C>, done: (reply: Reply<C>) => boolean, timeoutMs = 60_000): Promise<Reply<C>> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const reply = await ask(page, name, request);
    if (done(reply)) return reply;
    if (Date.now() > end) throw new Error(`${name} did not come to the expected state within ${timeoutMs} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
