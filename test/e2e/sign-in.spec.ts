import { ALL_ROWS } from '../../contract/models/filter.ts';
import { ask, askUntil } from '../support/app/bridge.ts';
import { signIn } from '../support/app/sign-in.ts';
import { expect, test } from './desk.ts';

test('two tokens in, a live queue out', async ({ launch, simulator }) => {
  const page = await (await launch()).mainWindow();
  await signIn(page, simulator);
  await expect(page.getByRole('listbox', { name: 'Ticket list' }).getByRole('option').first()).toBeVisible();
  const status = await askUntil(page, 'status.get', null, ({ state, firstSync }) => state === 'live' && firstSync !== null);
  const world = await simulator.control.world();
  expect(status.firstSync).toMatchObject({ tickets: world.counts.ticket, tasks: world.counts.task, consumers: world.counts.consumer, departments: world.counts.department });
  expect(status.secureStorage).toEqual({ state: 'keyring', backend: 'gnome_libsecret' });
  expect(status.unread).toEqual({ ticket: 0, task: 0 });
});

test('shows the newest change first, as the server has it', async ({ launch, simulator }) => {
  const page = await (await launch()).mainWindow();
  await signIn(page, simulator);
  await askUntil(page, 'status.get', null, ({ firstSync }) => firstSync !== null);
  const { total, rows } = await ask(page, 'queue.page', { entity: 'ticket', offset: 0, limit: 200, filter: ALL_ROWS });
  const server = (await simulator.control.entities('ticket')).toSorted((a, b) => b.updatedAt - a.updatedAt);
  expect(total).toBe(server.length);
  expect(new Set(rows.map((row) => row.id))).toEqual(new Set(server.map((row) => row.id)));
  expect(rows.map((row) => row.updatedAt)).toEqual(server.map((row) => row.updatedAt));
  const first = rows[0];
  expect(first && server.find((row) => row.id === first.id)).toMatchObject({ subject: first?.title, status: first?.status });
});

test('a webhook leads to a re-fetch long before the next poll', async ({ launch, simulator, notifications }) => {
  const page = await (await launch()).mainWindow();
  await signIn(page, simulator);
  await askUntil(page, 'status.get', null, ({ state, firstSync }) => state === 'live' && firstSync !== null);
  await ask(page, 'settings.update', { webhookListener: true, syncIntervalSeconds: 900 });
  const { hintUrl } = await askUntil(page, 'status.get', null, (status) => status.hintUrl !== null);
  expect(hintUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[A-Za-z0-9_-]{43}$/);
  await simulator.control.webhook({ url: hintUrl });
  const [event] = await simulator.control.emit({ action: 'create', entity: 'ticket', fields: { subject: 'Cobrança em duplicidade no cartão' } });
  const shown = await notifications.waitFor(({ summary }) => summary.includes('Cobrança em duplicidade no cartão'));
  expect(shown.summary).toContain(`#${event?.number}`);
  expect((await ask(page, 'status.get', null)).hintsReceived).toBeGreaterThan(0);
});
