import { ALL_ROWS } from '../../contract/models/filter.ts';
import { ask, askUntil } from '../support/app/bridge.ts';
import { signIn } from '../support/app/sign-in.ts';
import { expect, test } from './desk.ts';

test('after a restart the agent is still signed in and nothing is told twice', async ({ launch, simulator, notifications }) => {
  const first = await launch();
  const page = await first.mainWindow();
  await signIn(page, simulator);
  await askUntil(page, 'status.get', null, ({ state, firstSync }) => state === 'live' && firstSync !== null);
  await simulator.control.emit({ action: 'create', entity: 'ticket', fields: { subject: 'Told before the restart' } });
  await ask(page, 'sync.now', null);
  await notifications.waitFor(({ summary }) => summary.includes('Told before the restart'));
  expect(await first.quit()).toEqual({ killed: false });

  const before = notifications.shown.length;
  const again = await (await launch()).mainWindow();
  const start = await ask(again, 'app.start', null);
  expect(start.signedIn).toBe(true);
  await expect(again.getByRole('option', { name: /Told before the restart/ })).toBeVisible();
  await askUntil(again, 'status.get', null, ({ state, lastSyncAt }) => state === 'live' && lastSyncAt !== null);
  await simulator.control.emit({ action: 'create', entity: 'ticket', fields: { subject: 'Told after the restart' } });
  await ask(again, 'sync.now', null);
  await notifications.waitFor(({ summary }) => summary.includes('Told after the restart'));
  expect(notifications.shown.slice(before).map(({ summary }) => summary)).toEqual([expect.stringContaining('Told after the restart')]);
});

test('kill -9 loses neither session nor rows', async ({ launch, simulator }) => {
  const first = await launch();
  const page = await first.mainWindow();
  await signIn(page, simulator);
  await askUntil(page, 'status.get', null, ({ state, firstSync }) => state === 'live' && firstSync !== null);
  await first.kill();
  const again = await (await launch()).mainWindow();
  expect((await ask(again, 'app.start', null)).signedIn).toBe(true);
  const { total } = await ask(again, 'queue.page', { entity: 'ticket', offset: 0, limit: 1, filter: ALL_ROWS });
  expect(total).toBe((await simulator.control.world()).counts.ticket);
});
