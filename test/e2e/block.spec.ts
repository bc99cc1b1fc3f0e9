import { BLOCK_MS } from '../../contract/limits.ts';
import { ask, askUntil } from '../support/app/bridge.ts';
import { signIn } from '../support/app/sign-in.ts';
import { letTimePass } from '../support/app/time-travel.ts';
import { expect, test } from './desk.ts';

const MINUTE = 60_000;

test('a block stops everything, counts down in window and tray, outlives a restart, and ends paced', async ({ launch, simulator, tray }) => {
  test.slow();
  const first = await launch();
  const page = await first.mainWindow();
  await signIn(page, simulator);
  await askUntil(page, 'status.get', null, ({ state, firstSync }) => state === 'live' && firstSync !== null);

  // A colleague's script has spent the address's requests: the next one is refused and the address blocked.
  await simulator.control.rate({ block: true, address: '127.0.0.1', extendOnHit: true });
  await ask(page, 'sync.now', null).catch(() => undefined);
  const blocked = await askUntil(page, 'status.get', null, ({ state }) => state === 'blocked');
  expect(blocked.blockedUntil ?? 0).toBeGreaterThan(Date.now() + BLOCK_MS);
  const refused = (await simulator.control.oracle()).requests.total;

  const timer = page.getByRole('contentinfo', { name: 'Status' }).getByRole('timer');
  // Ten minutes and the two in which the others behind the address hear of it.
  await expect(timer).toHaveText(/^(?:12:00|11:\d\d) left$/);
  const before = await timer.textContent();
  await expect(timer).not.toHaveText(before ?? '');
  const item = await tray.waitForItem();
  await expect.poll(async () => (await item.menu()).children.map(({ label }) => label).join('\n')).toMatch(/blocked until \d\d:\d\d, 1[12] minutes left/);

  // Asking by hand sends nothing either.
  await ask(page, 'sync.now', null).catch(() => undefined);
  expect(await first.quit()).toEqual({ killed: false });

  const second = await launch();
  const again = await second.mainWindow();
  const still = await askUntil(again, 'status.get', null, ({ state }) => state === 'blocked');
  expect(Math.abs((still.blockedUntil ?? 0) - (blocked.blockedUntil ?? 0)), 'the deadline is the one of before').toBeLessThan(MINUTE);
  await expect(again.getByRole('contentinfo', { name: 'Status' }).getByRole('timer')).toHaveText(/^1[01]:\d\d left$/);
  await expect(again.getByRole('option').first(), 'what was known is there to work with').toBeVisible();
  await ask(again, 'sync.now', null).catch(() => undefined);
  expect((await simulator.control.oracle()).requests.total, 'not one request since the refusal').toBe(refused);

  // Ten minutes and the margin pass, for both sides.
  await simulator.control.emit({ action: 'create', entity: 'ticket', fields: { subject: 'Came during the block' } });
  await simulator.control.rate({ block: false });
  await letTimePass(second, BLOCK_MS + 2 * MINUTE);
  await askUntil(again, 'status.get', null, ({ state }) => state === 'live', 120_000);
  await expect(again.getByRole('option', { name: /Came during the block/ })).toBeVisible();
  const { rate } = await ask(again, 'status.get', null);
  expect(rate.pace, 'it goes on slowly').toBeLessThan(100);
  expect((await simulator.control.oracle()).requests.total - refused, 'and has not fallen over the server').toBeLessThanOrEqual(rate.budget);
});
