import { ask, askUntil } from '../support/app/bridge.ts';
import { signIn } from '../support/app/sign-in.ts';
import { expect, test } from './desk.ts';

test('an update at the server becomes a toast, and a click on it opens that ticket', async ({ launch, simulator, notifications }) => {
  const app = await launch();
  const page = await app.mainWindow();
  await signIn(page, simulator);
  await askUntil(page, 'status.get', null, ({ state, firstSync }) => state === 'live' && firstSync !== null);
  expect(notifications.shown, 'history of the first sync is never told').toEqual([]);

  const ticket = (await simulator.control.entities('ticket'))[20];
  if (!ticket) throw new Error('the world has no 21st ticket');
  await simulator.control.patch('ticket', ticket.id, { subject: 'Entrega atrasada <b>há</b> três dias', status: 'Pending' });
  await ask(page, 'sync.now', null);
  const shown = await notifications.waitFor(({ summary }) => summary.includes('Entrega atrasada'));
  expect(shown.summary).toContain(`#${Number(ticket['number'])}`);
  expect(shown.body, 'foreign text is no markup').not.toContain('<b>');

  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((window) => window.hide()));
  notifications.click(shown.id);
  await expect(page.getByRole('region', { name: 'Details' }).getByRole('heading', { name: 'Entrega atrasada <b>há</b> três dias' })).toBeVisible();
  expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible()))).toBe(true);
});

test('signing out takes the toasts off the screen', async ({ launch, simulator, notifications }) => {
  const page = await (await launch()).mainWindow();
  await signIn(page, simulator);
  await askUntil(page, 'status.get', null, ({ state, firstSync }) => state === 'live' && firstSync !== null);
  await simulator.control.emit({ action: 'create', entity: 'ticket', count: 1 });
  await ask(page, 'sync.now', null);
  const { id } = await notifications.waitFor(({ summary }) => summary.startsWith('New ticket'));
  expect(notifications.isClosed(id)).toBe(false);
  await ask(page, 'session.signOut', { wipe: true });
  await expect.poll(() => notifications.isClosed(id)).toBe(true);
});

test('five toasts a minute, the rest in one summary', async ({ launch, simulator, notifications }) => {
  test.slow();
  const page = await (await launch()).mainWindow();
  await signIn(page, simulator);
  await askUntil(page, 'status.get', null, ({ state, firstSync }) => state === 'live' && firstSync !== null);
  await simulator.control.emit({ action: 'create', entity: 'ticket', count: 12 });
  await ask(page, 'sync.now', null);
  await notifications.waitFor(() => true);
  await askUntil(page, 'status.get', null, ({ unread }) => unread.ticket === 12);
  await expect.poll(() => notifications.shown.length).toBeGreaterThanOrEqual(5);
  const items = notifications.shown.filter(({ summary }) => summary.startsWith('New ticket'));
  const summary = await notifications.waitFor((shown) => !shown.summary.startsWith('New ticket'), { timeoutMs: 75_000 });
  expect(items).toHaveLength(5);
  expect(summary.body).toContain('7 tickets');
});

test('paused notifications stay silent, and the rows are unread all the same', async ({ launch, simulator, notifications, tray }) => {
  const page = await (await launch()).mainWindow();
  await signIn(page, simulator);
  await askUntil(page, 'status.get', null, ({ state, firstSync }) => state === 'live' && firstSync !== null);
  await (await tray.waitForItem()).choose('Pause notifications', 'Until I resume');
  await expect.poll(async () => (await ask(page, 'settings.get', null)).notificationsPausedUntil).toBe(-1);
  await simulator.control.emit({ action: 'create', entity: 'ticket' });
  await ask(page, 'sync.now', null);
  await askUntil(page, 'status.get', null, ({ unread }) => unread.ticket === 1);
  await (await tray.waitForItem()).choose('Resume notifications');
  await expect.poll(async () => (await ask(page, 'settings.get', null)).notificationsPausedUntil).toBe(0);
  await simulator.control.emit({ action: 'create', entity: 'ticket', fields: { subject: 'After the pause' } });
  await ask(page, 'sync.now', null);
  await notifications.waitFor(({ summary }) => summary.includes('After the pause'));
  expect(notifications.shown).toHaveLength(1);
});
