import { ALL_ROWS } from '../../contract/models/filter.ts';
import { ask, askUntil } from '../support/app/bridge.ts';
import { fillConnection, signIn } from '../support/app/sign-in.ts';
import { expect, test } from './desk.ts';

const EIGHT_DAYS_MS = 8 * 24 * 60 * 60_000;

test('after eight days away: one clear sentence, everything kept, and a new pair brings it back to life', async ({ launch, simulator }) => {
  const { control } = simulator;
  const first = await launch();
  const page = await first.mainWindow();
  await signIn(page, simulator);
  await askUntil(page, 'status.get', null, ({ state, firstSync }) => state === 'live' && firstSync !== null);
  await ask(page, 'settings.update', { syncIntervalSeconds: 45 });
  const whole = { entity: 'ticket', offset: 0, limit: 200, filter: ALL_ROWS } as const;
  const before = await ask(page, 'queue.page', whole);
  const [kept, changed, removed] = before.rows;
  if (!kept || !changed || !removed) throw new Error('the queue is empty');
  expect(await first.quit()).toEqual({ killed: false });

  await control.clock({ advanceMs: EIGHT_DAYS_MS });
  await control.emit({ action: 'create', entity: 'ticket', fields: { subject: 'Came while nobody was there' } });
  await control.patch('ticket', changed.id, { subject: 'Changed while nobody was there' });
  await control.remove('ticket', removed.id);

  const again = await (await launch()).mainWindow();
  await askUntil(again, 'status.get', null, ({ state }) => state === 'needsTokens');
  await expect(again.getByRole('heading', { name: 'Paste a new token pair' })).toBeVisible();
  await expect(again.getByText('The session has ended. Your tickets, tasks and settings on this computer are kept, and go on from where they stopped.')).toHaveCount(1);
  // The server has said once that the refresh token is dead; it is not asked again.
  expect((await control.oracle()).refreshes.rejected).toBe(1);

  await again.getByRole('button', { name: 'Back to what is stored' }).click();
  await expect(again.getByRole('listbox', { name: 'Ticket list' }).getByRole('option').first()).toBeVisible();
  const stored = await ask(again, 'queue.page', whole);
  expect(stored.rows.map(({ id, title }) => [id, title])).toEqual(before.rows.map(({ id, title }) => [id, title]));
  await again.getByRole('listbox', { name: 'Ticket list' }).getByRole('option').first().click();
  await expect(again.getByRole('heading', { name: kept.title })).toBeVisible();
  expect((await ask(again, 'app.start', null)).settings).toMatchObject({ syncIntervalSeconds: 45, baseUrl: simulator.baseUrl });

  await again.getByRole('button', { name: 'Paste new tokens' }).first().click();
  await fillConnection(again, { baseUrl: simulator.baseUrl, ...(await control.tokens()) });
  await again.getByRole('button', { name: 'Sign in' }).click();
  await askUntil(again, 'status.get', null, ({ state, lastSyncAt }) => state === 'live' && lastSyncAt !== null);
  const caughtUp = await askUntil(again, 'queue.page', whole, ({ rows }) => rows.some(({ title }) => title === 'Came while nobody was there'));
  const server = await control.entities('ticket');
  expect(new Set(caughtUp.rows.map(({ id }) => id))).toEqual(new Set(server.map(({ id }) => id)));
  expect(caughtUp.rows.find(({ id }) => id === changed.id)?.title).toBe('Changed while nobody was there');
  // The copy went on from where it stopped: no first sync was made.
  expect((await ask(again, 'status.get', null)).firstSync).toBeNull();
});
