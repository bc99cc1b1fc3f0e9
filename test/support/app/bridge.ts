import type { Page } from 'playwright';
import type { Reply, Request } from '../../../contract/ipc/calls.ts';
import type { CallName } from '../../../contract/ipc/channels.ts';
import type { Result } from '../../../contract/result.ts';

/** Makes a call the way the window itself does, through the bridge it was given. */
export async function ask<C extends CallName>(page: Page, name: C, request: Request<C>): Promise<Reply<C>> {
  // The page only sees JSON; the types are this function's own promise.
  const result = await page.evaluate(async ({ call, body }) => {
    const { bridge } = globalThis as unknown as { bridge: { call(name: string, request: unknown): Promise<unknown> } };
    return JSON.stringify(await bridge.call(call, body));
  }, { call: name, body: request }).then((text) => JSON.parse(text) as Result<Reply<C>>);
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
