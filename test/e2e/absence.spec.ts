import type { Page } from 'playwright';
import { QUEUE_ENTITIES } from '../../contract/entity.ts';
import { ALL_ROWS } from '../../contract/models/filter.ts';
import { ask, askUntil } from '../support/app/bridge.ts';
import { signIn } from '../support/app/sign-in.ts';
import { letTimePass } from '../support/app/time-travel.ts';
import type { NotificationService } from '../support/desktop/notification-service.ts';
import type { SimulatorProcess } from '../support/simulator/simulator-process.ts';
import { expect, test } from './desk.ts';

const SECOND = 1000;
const HOUR = 3_600_000;

/** What a queue shows of each row, by id. */
async function shown(page: Page, entity: (typeof QUEUE_ENTITIES)[number]): Promise<Record<string, unknown>> {
  const { rows, total } = await ask(page, 'queue.page', { entity, offset: 0, limit: 200, filter: ALL_ROWS });
  expect(rows.length, 'the world fits one page').toBe(total);
  return Object.fromEntries(rows.map(({ id, title, status, updatedAt }) => [id, { title, status, updatedAt }]));
}

/** The same of the server's rows. */
async function known(simulator: SimulatorProcess, entity: (typeof QUEUE_ENTITIES)[number]): Promise<Record<string, unknown>> {
  const rows = await simulator.control.entities(entity);
  return Object.fromEntries(rows.map((row) => [row.id, { title: row[entity === 'ticket' ? 'subject' : 'title'], status: row['status'], updatedAt: row['updatedAt'] }]));
}

async function expectEqual(page: Page, simulator: SimulatorProcess): Promise<void> {
  for (const entity of QUEUE_ENTITIES) expect(await shown(page, entity)).toEqual(await known(simulator, entity));
}

/** A while in which others work: time passes at the server between changes of every kind. */
async function meanwhile(simulator: SimulatorProcess, ms: number): Promise<void> {
  for (const action of ['create', 'update', 'delete', 'update', 'create'] as const) {
    await simulator.control.clock({ advanceMs: Math.round(ms / 5) });
    for (const entity of QUEUE_ENTITIES) await simulator.control.emit({ action, entity, count: 3 });
  }
}

const caughtUp = (page: Page) => askUntil(page, 'status.get', null, ({ state, lastSyncAt }) => state === 'live' && lastSyncAt !== null, 90_000);

/** Waits for the one summary and makes sure that nothing else comes. */
async function expectOneSummary(notifications: NotificationService, from: number): Promise<void> {
  await expect.poll(() => notifications.shown.length, { timeout: 90_000 }).toBeGreaterThan(from);
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const told = notifications.shown.slice(from);
  expect(told.map(({ summary }) => summary)).toEqual(['While you were away']);
  expect(told[0]?.body).toMatch(/\d+ tickets? and \d+ tasks?/);
}

test('after 26 s, 10 min, 10 h and 6 days every change is there, told in one summary each', async ({ launch, simulator, notifications }) => {
  test.setTimeout(300_000);
  const app = await launch();
  const page = await app.mainWindow();
  await signIn(page, simulator);
  await askUntil(page, 'status.get', null, ({ state, firstSync }) => state === 'live' && firstSync !== null);
  expect(await app.quit()).toEqual({ killed: false });

  for (const absence of [26 * SECOND, 600 * SECOND, 10 * HOUR, 144 * HOUR]) {
    await meanwhile(simulator, absence);
    const from = notifications.shown.length;
    const next = await launch();
    const again = await next.mainWindow();
    await caughtUp(again);
    await expect.poll(() => expectEqual(again, simulator).then(() => 'equal', (error: unknown) => String(error))).toBe('equal');
    await expectOneSummary(notifications, from);
    expect(await next.quit()).toEqual({ killed: false });
  }
});

test('a night asleep with the app running is caught up and told in one summary', async ({ launch, simulator, notifications }) => {
  test.slow();
  const app = await launch();
  const page = await app.mainWindow();
  await signIn(page, simulator);
  await askUntil(page, 'status.get', null, ({ state, firstSync }) => state === 'live' && firstSync !== null);
  const from = notifications.shown.length;
  await meanwhile(simulator, 10 * HOUR);
  await letTimePass(app, 10 * HOUR);
  await expectOneSummary(notifications, from);
  await caughtUp(page);
  await expectEqual(page, simulator);
});
