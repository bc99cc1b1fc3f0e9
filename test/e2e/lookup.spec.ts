import { ask, askUntil } from '../support/app/bridge.ts';
import { signIn } from '../support/app/sign-in.ts';
import { pressKeys } from '../support/desktop/keyboard.ts';
import { expect, test } from './desk.ts';

test('hotkey, a few letters, Enter: the ticket is open', async ({ launch, simulator }) => {
  const app = await launch();
  const page = await app.mainWindow();
  await signIn(page, simulator);
  await askUntil(page, 'status.get', null, ({ state, firstSync }) => state === 'live' && firstSync !== null);
  const ticket = (await simulator.control.entities('ticket'))[5];
  if (!ticket) throw new Error('the world has no sixth ticket');
  await simulator.control.patch('ticket', ticket.id, { subject: 'Configuração do ramal não funciona' });
  await ask(page, 'sync.now', null);

  await pressKeys('ctrl+shift+k');
  const lookup = await app.lookupWindow();
  const visible = (): Promise<boolean> => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((w) => w.webContents.getURL().endsWith('lookup.html') && w.isVisible()));
  await expect.poll(visible).toBe(true);
  await lookup.getByRole('combobox').fill('configuracao ramal');
  const result = lookup.getByRole('option').filter({ hasText: 'Configuração do ramal não funciona' });
  await expect(result).toBeVisible();
  await lookup.keyboard.press('Enter');
  await expect.poll(visible).toBe(false);
  await expect(page.getByRole('region', { name: 'Details' }).getByRole('heading', { name: 'Configuração do ramal não funciona' })).toBeVisible();

  await pressKeys('ctrl+shift+k');
  await expect.poll(visible).toBe(true);
  await lookup.keyboard.press('Escape');
  await expect.poll(visible).toBe(false);
});

test('finds by number, consumer name without accents, e-mail and phone ending', async ({ launch, simulator }) => {
  const page = await (await launch()).mainWindow();
  await signIn(page, simulator);
  await askUntil(page, 'status.get', null, ({ state, firstSync }) => state === 'live' && firstSync !== null);
  const consumers = new Map((await simulator.control.entities('consumer')).map((row) => [row.id, row as typeof row & { name: string; email: string | null; phone: string | null }]));
  const tickets = (await simulator.control.entities('ticket')).map((row) => row as typeof row & { consumerId: string; number: number });
  const reachable = (id: string) => consumers.get(id)?.email && consumers.get(id)?.phone;
  const ticket = tickets.find((row) => reachable(row.consumerId));
  const consumer = ticket && consumers.get(ticket.consumerId);
  if (!ticket || !consumer?.email || !consumer.phone) throw new Error('no ticket has a consumer with phone and e-mail');
  const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');
  for (const query of [String(ticket.number), plain(consumer.name), consumer.email, consumer.phone.replace(/\D/g, '').slice(-6)]) {
    const { results } = await ask(page, 'lookup.search', { query, limit: 50 });
    expect(results.map(({ id }) => id), query).toContain(ticket.id);
  }
});

test('forgives a mistake, marks what it found, previews it, and keeps the last query selected', async ({ launch, simulator }) => {
  const app = await launch();
  const page = await app.mainWindow();
  await signIn(page, simulator);
  await askUntil(page, 'status.get', null, ({ state, firstSync }) => state === 'live' && firstSync !== null);
  const ticket = (await simulator.control.entities('ticket'))[7];
  if (!ticket) throw new Error('the world has no eighth ticket');
  await simulator.control.patch('ticket', ticket.id, { subject: 'Configuração do ramal não funciona' });
  await ask(page, 'sync.now', null);

  await pressKeys('ctrl+shift+k');
  const lookup = await app.lookupWindow();
  await lookup.getByRole('combobox').fill('cofniguracao ramal');
  const result = lookup.getByRole('option').filter({ hasText: 'Configuração do ramal não funciona' });
  await expect(result.locator('mark')).toHaveText(['Configuração', 'ramal']);
  await lookup.keyboard.press('Tab');
  await expect(lookup.getByRole('region', { name: 'Preview' })).toContainText('Configuração do ramal não funciona');
  await lookup.keyboard.press('Escape');
  await expect(lookup.getByRole('region', { name: 'Preview' })).toHaveCount(0);
  await lookup.keyboard.press('Control+Enter');
  await expect(lookup.getByText('The profile in use does not say where this is in Cxpress.')).toBeVisible();
  await lookup.keyboard.press('Escape');
  await pressKeys('ctrl+shift+k');
  const selection = (): Promise<string> => lookup.evaluate(() => {
    const field = document.activeElement as HTMLInputElement;
    return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
  });
  await expect.poll(selection).toBe('cofniguracao ramal');
});

test('asks Cxpress for an id that is not stored here, at lookup priority', async ({ launch, simulator }) => {
  const app = await launch();
  const page = await app.mainWindow();
  const ticket = (await simulator.control.entities('ticket'))[3];
  if (!ticket) throw new Error('the world has no fourth ticket');
  await simulator.control.quietly('unlist', 'ticket', ticket.id);
  await signIn(page, simulator);
  await askUntil(page, 'status.get', null, ({ state, firstSync }) => state === 'live' && firstSync !== null);
  await ask(page, 'lookup.show', null);
  const lookup = await app.lookupWindow();
  await lookup.getByRole('combobox').fill(ticket.id);
  await expect(lookup.getByText('From Cxpress')).toBeVisible();
  await lookup.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Details' })).toBeVisible();
});
