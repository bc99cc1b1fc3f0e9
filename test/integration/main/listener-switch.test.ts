import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { CXPRESS_1_0 } from '../../../contract/profile/cxpress-1.0.ts';
import { createListenerSwitch } from '../../../main/engine/listener-switch.ts';
import { recordingLog } from '../../support/electron/recording-log.ts';
import { memoryState } from '../../support/memory-state.ts';

function desk(state = memoryState()) {
  const hints: string[] = [];
  const log = recordingLog();
  let changes = 0;
  const listener = createListenerSwitch({ state, profile: () => CXPRESS_1_0, log, onHint: (entity, id) => hints.push(`${entity}/${id}`), onChange: () => void (changes += 1) });
  onTestFinished(() => listener.dispose());
  return { state, hints, log, listener, changes: () => changes };
}

async function post(url: string): Promise<number> {
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ entity: 'ticket', type: 'update', data: { id: 'a' } }) });
  return answer.status;
}

it('goes on and off, and lets hints through only while it is on', async () => {
  const { listener, hints, changes, log } = desk();
  expect(listener.url()).toBeNull();
  await listener.turn(true);
  await listener.turn(true);
  const url = listener.url() ?? '';
  expect(new URL(url).hostname).toBe('127.0.0.1');
  expect(await post(url)).toBe(204);
  await expect.poll(() => hints).toEqual(['ticket/a']);
  await listener.turn(false);
  expect([listener.url(), changes()]).toEqual([null, 2]);
  await expect(post(url)).rejects.toThrow();
  expect(log.text()).not.toContain(new URL(url).pathname.slice(1));
});

it('has the same address after a restart', async () => {
  const first = desk();
  await first.listener.turn(true);
  const url = first.listener.url();
  await first.listener.dispose();
  const again = desk(first.state);
  await again.listener.turn(true);
  expect(again.listener.url()).toBe(url);
});

it('takes another port when its own is held by now, under the same secret path', async () => {
  const first = desk();
  await first.listener.turn(true);
  const before = new URL(first.listener.url() ?? '');
  await first.listener.dispose();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(Number(before.port), '127.0.0.1', resolve));
  onTestFinished(() => void other.close());
  const again = desk(first.state);
  await again.listener.turn(true);
  const now = new URL(again.listener.url() ?? '');
  expect(now.pathname).toBe(before.pathname);
  expect(Number(now.port)).not.toBe((other.address() as AddressInfo).port);
});

it('makes a new address when the kept one is unreadable', async () => {
  const state = memoryState([['webhook-listener', new TextEncoder().encode('{"path":"short"}')]]);
  const { listener } = desk(state);
  await listener.turn(true);
  expect(new URL(listener.url() ?? '').pathname.length).toBeGreaterThan(40);
});
