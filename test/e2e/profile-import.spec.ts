import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { DialectName } from '../../simulator/dialects/dialects.ts';
import { ALL_ROWS } from '../../contract/models/filter.ts';
import { ask, askUntil } from '../support/app/bridge.ts';
import type { RunningApp } from '../support/app/launch.ts';
import { fillConnection, leaveSetUp, openConnection, setDesktops, signIn } from '../support/app/sign-in.ts';
import { writeCollection } from '../support/collections/write-collection.ts';
import { expect, test } from './desk.ts';

const DIALECT: DialectName = 'offset';
const LINK = 'Your Cxpress has other API documentation? Import a Postman collection';

/** The system's dialogs answer with these paths from now on; null: the person changes their mind. */
async function answerDialogs(app: RunningApp, paths: { open: string | null; save?: string | null }): Promise<void> {
  await app.electron.evaluate(({ dialog }, { open, save }) => {
    dialog.showOpenDialog = async () => ({ canceled: open === null, filePaths: open === null ? [] : [open] });
    dialog.showSaveDialog = async () => ({ canceled: !save, filePath: save ?? '' });
  }, paths);
}

const lineOf = (page: Page, part: string) => page.getByRole('row').filter({ has: page.getByRole('button', { name: `Details: ${part}`, exact: true }) });

test.describe('a server that speaks another dialect', () => {
  test.use({ simulatorOptions: { tickets: 60, seed: 7, dialect: DIALECT } });

  test('is read by a profile imported from a Postman collection: proposed, tested, saved, used, and kept over a restart', async ({ launch, simulator, profile }) => {
    const file = join(profile, 'acme.postman_collection.json');
    await writeCollection(file, DIALECT, simulator.baseUrl);
    // The path that all requests share belongs to the address.
    const server = { ...simulator, baseUrl: `${simulator.baseUrl}/api` };
    const app = await launch();
    const page = await app.mainWindow();
    await answerDialogs(app, { open: file });
    await openConnection(page);
    await page.getByRole('button', { name: LINK }).click();

    await expect(page.getByRole('heading', { name: 'Import an API profile' })).toBeVisible();
    await expect(page.getByText('acme.postman_collection.json')).toBeVisible();
    await expect(lineOf(page, 'Tickets: List').getByText('GET /tickets', { exact: true })).toBeVisible();
    await expect(lineOf(page, 'Connection: Authentication').getByText('X-Api-Key: …')).toBeVisible();
    await expect(page.getByLabel('API address').filter({ visible: true })).toHaveValue(server.baseUrl);

    await fillConnection(page, server);
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await expect(page.getByText('The connection works and nothing is missing.')).toBeVisible();
    await page.getByLabel('Name', { exact: true }).fill('Acme');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Use now' }).click();

    await expect(page.getByRole('heading', { name: 'Connect to Cxpress' })).toBeVisible();
    await expect(page.getByLabel('API address').filter({ visible: true })).toHaveValue(server.baseUrl);
    expect((await ask(page, 'app.start', null)).profile).toEqual({ id: 'acme', name: 'Acme', verified: true });
    await signIn(page, server);
    await askUntil(page, 'status.get', null, ({ state, firstSync }) => state === 'live' && firstSync !== null);
    const { total, rows } = await ask(page, 'queue.page', { entity: 'ticket', offset: 0, limit: 200, filter: ALL_ROWS });
    const tickets = await simulator.control.entities('ticket');
    expect(total).toBe(tickets.length);
    expect(new Map(rows.map(({ id, title }) => [id, title]))).toEqual(new Map(tickets.map(({ id, subject }) => [id, subject])));
    await app.quit();

    const again = await (await launch()).mainWindow();
    expect((await ask(again, 'app.start', null)).profile).toEqual({ id: 'acme', name: 'Acme', verified: true });
    await askUntil(again, 'status.get', null, ({ state }) => state === 'live');
  });

  test('is not left alone by a profile that was damaged: the standard one stands in, and the app says so', async ({ launch, simulator, profile }) => {
    const file = join(profile, 'acme.postman_collection.json');
    await writeCollection(file, DIALECT, simulator.baseUrl);
    const app = await launch();
    const page = await app.mainWindow();
    await answerDialogs(app, { open: file });
    await openConnection(page);
    await page.getByRole('button', { name: LINK }).click();
    await page.getByLabel('Name', { exact: true }).fill('Acme');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Use now' }).click();
    await expect(page.getByRole('heading', { name: 'Connect to Cxpress' })).toBeVisible();
    await app.quit();
    const kept = join(profile, 'profiles', 'acme.json');
    await writeFile(kept, (await readFile(kept, 'utf8')).slice(0, -200));

    const again = await (await launch()).mainWindow();
    const { profile: inUse, notices } = await ask(again, 'app.start', null);
    expect([inUse.id, notices.map(({ code }) => code)]).toEqual(['cxpress-1.0', ['profileUnreadable']]);
  });
});

test('a profile is exported, and a foreign or broken file is refused with a sentence', async ({ launch, simulator, profile }) => {
  const app = await launch();
  const page = await app.mainWindow();
  await fillConnection(page, simulator);
  await setDesktops(page, 1);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await leaveSetUp(page);
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  const exported = join(profile, 'exported.json');
  await answerDialogs(app, { open: null, save: exported });
  await page.getByRole('button', { name: 'Export Cxpress 1.0' }).click();
  await expect(page.getByText('The profile was saved.')).toBeVisible();
  expect(JSON.parse(await readFile(exported, 'utf8'))).toMatchObject({ profile: { id: 'cxpress-1.0' } });

  await page.getByRole('button', { name: 'Import…' }).click();
  await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible();
  const foreign = join(profile, 'openapi.json');
  await writeFile(foreign, '{"openapi":"3.1.0","paths":{}}');
  await answerDialogs(app, { open: foreign });
  await page.getByRole('button', { name: 'Import…' }).click();
  await expect(page.getByRole('alert')).toContainText('This is neither a Postman collection nor a profile of this app.');
  await answerDialogs(app, { open: exported });
  await page.getByRole('button', { name: 'Import…' }).click();
  await expect(page.getByText('Everything the app needs was found.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible();
});
