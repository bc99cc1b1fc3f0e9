import type { Page } from 'playwright';
import { LANGUAGES } from '../../contract/locales/languages.ts';
import { ALL_ROWS, queueFilterSchema } from '../../contract/models/filter.ts';
import type { SimulatorProcess } from '../support/simulator/simulator-process.ts';
import { ask, askUntil } from '../support/app/bridge.ts';
import { wordsOf, type Words } from '../support/app/words.ts';
import { pressKeys } from '../support/desktop/keyboard.ts';
import type { NotificationService } from '../support/desktop/notification-service.ts';
import type { TrayItem } from '../support/desktop/tray-item.ts';
import { expect, test } from './desk.ts';

/** One working day, told in the order in which it happens. Everything is found by the words of the language it is spent in. */
interface Day {
  readonly page: Page;
  readonly t: Words;
  readonly simulator: SimulatorProcess;
}

const button = ({ page, t }: Day, key: string) => page.getByRole('button', { name: t(key), exact: true });

/** 08:00: language, connection, who one is, a notification that arrives, the hotkey, and no start at login. */
async function firstRun(day: Day, language: (typeof LANGUAGES)[number], notifications: NotificationService): Promise<void> {
  const { page, t, simulator } = day;
  await page.getByRole('radio', { name: language.name }).check();
  await button(day, 'screens.setUp.next').click();
  await page.getByLabel(t('screens.firstRun.address.label'), { exact: true }).fill(simulator.baseUrl);
  await page.getByLabel(t('screens.firstRun.apiToken.label'), { exact: true }).fill(simulator.apiToken);
  await page.getByLabel(t('screens.firstRun.refreshToken.label'), { exact: true }).fill(simulator.refreshToken);
  await page.getByLabel(t('screens.desktops.label')).fill('1');
  await button(day, 'screens.firstRun.test').click();
  await expect(page.getByText(t('screens.checks.allOk'))).toBeVisible();
  await button(day, 'screens.firstRun.signIn').click();

  await expect(page.getByRole('heading', { name: t('screens.setUp.identity.title') })).toBeVisible();
  await askUntil(page, 'status.get', null, ({ state, firstSync }) => state === 'live' && firstSync !== null);
  const { agents, departments } = await ask(page, 'agents.list', null);
  const me = agents[0];
  if (!me || departments.length < 2) throw new Error('the world has nobody to be');
  await page.getByRole('radio', { name: me.name }).check();
  await page.getByRole('checkbox', { name: departments[0]?.name ?? '' }).check();
  await expect.poll(async () => (await ask(page, 'settings.get', null)).me?.key).toBe(me.key);
  await button(day, 'screens.setUp.next').click();

  await button(day, 'screens.setUp.notifications.send').click();
  await expect(page.getByText(t('screens.setUp.notifications.shown.what'))).toBeVisible();
  await notifications.waitFor(({ body }) => body.includes(t('shell.toast.test.body')));
  await button(day, 'screens.setUp.notifications.yes').click();
  await button(day, 'screens.setUp.next').click();
  await expect(page.getByRole('heading', { name: t('screens.setUp.tray.title') })).toBeVisible();
  await button(day, 'screens.setUp.next').click();
  await button(day, 'screens.setUp.hotkey.try').click();
  await expect(page.getByRole('timer')).toBeVisible();
  await pressKeys('ctrl+shift+k');
  await expect(page.getByText(t('screens.setUp.hotkey.heard', { hotkey: 'Ctrl+Shift+K' }))).toBeVisible();
  await button(day, 'screens.setUp.next').click();
  // An app that is not installed would enter a path of the moment; it says so instead of asking.
  await expect(page.getByText(t('screens.setUp.login.unavailable.what'))).toBeVisible();
  await button(day, 'screens.setUp.skip').click();
  await button(day, 'screens.setUp.done.open').click();
  await expect(page.getByRole('listbox', { name: t('screens.queue.list.ticket') })).toBeVisible();
}

/** 09:00: the own queue, a filter kept as a view, one ticket followed, one snoozed, the rest marked as read and back. */
async function queues({ page, t }: Day): Promise<void> {
  const list = page.getByRole('listbox', { name: t('screens.queue.list.ticket') });
  await page.keyboard.press('g');
  await page.keyboard.press('m');
  const me = (await ask(page, 'settings.get', null)).me;
  const { total } = await askUntil(page, 'queue.counts', { filters: [{ entity: 'ticket', filter: queueFilterSchema.parse({ scope: 'mine' }) }] }, ({ counts }) => (counts[0]?.total ?? 0) > 0).then(({ counts }) => counts[0] ?? { total: 0 });
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-setsize', String(total));
  expect(me).not.toBeNull();

  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await page.keyboard.press('/');
  const popup = page.locator('[data-popup]');
  await popup.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: t('screens.filters.clear') })).toBeVisible();
  await page.keyboard.press('Shift+S');
  await page.getByRole('dialog').getByRole('textbox').fill('Segunda-feira');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: t('screens.nav.label') }).locator('[data-view]', { hasText: 'Segunda-feira' })).toBeVisible();
  expect((await ask(page, 'settings.get', null)).savedViews).toHaveLength(1);

  await page.keyboard.press('g');
  await page.keyboard.press('a');
  const first = await ask(page, 'queue.page', { entity: 'ticket', offset: 0, limit: 2, filter: ALL_ROWS });
  // Until the filter is gone from the list, its second row may be another one.
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-setsize', String(first.total));
  await list.focus();
  const [followed, snoozed] = first.rows;
  if (!followed || !snoozed) throw new Error('the queue is empty');
  await page.keyboard.press('Home');
  await page.keyboard.press('f');
  await expect.poll(async () => (await ask(page, 'item.get', { entity: 'ticket', id: followed.id })).row.followed).toBe(true);
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('1');
  await expect.poll(async () => (await ask(page, 'item.get', { entity: 'ticket', id: snoozed.id })).row.snoozedUntil).not.toBeNull();
  await expect(list.getByText(snoozed.title, { exact: true })).toHaveCount(0);
}

/** 11:00: news arrives; all are marked as read, which is taken back; the toast's click opens the ticket. */
async function news(day: Day, notifications: NotificationService): Promise<void> {
  const { page, t, simulator } = day;
  const me = (await ask(page, 'settings.get', null)).me;
  const [event] = await simulator.control.emit({ action: 'create', entity: 'ticket', fields: { subject: 'Não consigo emitir a segunda via', assigneeId: me?.id ?? null, assigneeName: me?.name ?? null } });
  await ask(page, 'sync.now', null);
  const shown = await notifications.waitFor(({ summary }) => summary.includes('Não consigo emitir a segunda via'));
  await page.keyboard.press('Shift+A');
  await expect.poll(async () => (await ask(page, 'status.get', null)).unread.ticket).toBe(0);
  await page.keyboard.press('Control+Z');
  await expect.poll(async () => (await ask(page, 'status.get', null)).unread.ticket).toBeGreaterThan(0);
  notifications.click(shown.id);
  await expect(page.getByRole('region', { name: t('screens.detail.label') }).getByRole('heading', { name: 'Não consigo emitir a segunda via' })).toBeVisible();
  // Why was I told?
  await page.keyboard.press('w');
  await expect(page.getByRole('heading', { name: t('screens.ledger.titleItem') })).toBeVisible();
  await expect(page.getByText(t('screens.ledger.why.toast')).first()).toBeVisible();
  expect(event?.entity).toBe('ticket');
  await page.keyboard.press('Escape');
}

/** 14:00: a customer calls; the lookup has the ticket before they have spelled their name. */
async function call({ page, t, simulator }: Day, lookup: () => Promise<Page>): Promise<void> {
  await pressKeys('ctrl+shift+k');
  const window = await lookup();
  await window.getByRole('combobox').fill('nao consigo segunda via');
  await expect(window.getByRole('option').filter({ hasText: 'Não consigo emitir a segunda via' })).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: t('screens.detail.label') }).getByRole('heading', { name: 'Não consigo emitir a segunda via' })).toBeVisible();
  expect(simulator.baseUrl).not.toBe('');
}

/** 15:00: a rule of one's own, tried on the day, and what it then does. */
async function rule(day: Day, notifications: NotificationService): Promise<void> {
  const { page, t, simulator } = day;
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await expect(page.getByRole('heading', { name: t('screens.rules.title'), exact: true })).toBeVisible();
  await button(day, 'screens.rules.add').click();
  await page.getByLabel(t('screens.rules.editor.keyword'), { exact: true }).fill('reembolso');
  await page.keyboard.press('Tab');
  await expect.poll(async () => (await ask(page, 'settings.get', null)).rules[0]?.when.keyword).toBe('reembolso');
  const made = (await ask(page, 'settings.get', null)).rules[0];
  if (made && !made.on) await page.getByRole('switch', { name: t('screens.rules.on', { name: made.name }) }).click();
  await button(day, 'screens.rules.try.action').click();
  await expect(page.getByText(t('screens.rules.try.result', { count: (await ask(page, 'ledger.page', { item: null, search: '', offset: 0, limit: 1 })).total, matched: 0 }))).toBeVisible();
  await simulator.control.emit({ action: 'create', entity: 'ticket', fields: { subject: 'Pedido de REEMBOLSO', assigneeId: 'somebody-else', assigneeName: 'Zoe' } });
  await ask(page, 'sync.now', null);
  await notifications.waitFor(({ summary }) => summary.includes('Pedido de REEMBOLSO'));
  const { entries } = await ask(page, 'ledger.page', { item: null, search: 'REEMBOLSO', offset: 0, limit: 1 });
  expect(entries[0]).toMatchObject({ decision: 'toast', rule: made?.id });
}

/** 17:00: quiet from the tray; what comes is counted and told why it was not shown. */
async function quiet({ page, t, simulator }: Day, item: TrayItem, notifications: NotificationService): Promise<void> {
  await item.choose(t('shell.tray.pause'), t('shell.tray.pauseUntilResumed'));
  await expect.poll(async () => (await ask(page, 'settings.get', null)).notificationsPausedUntil).toBe(-1);
  const before = notifications.shown.length;
  await simulator.control.emit({ action: 'create', entity: 'ticket', fields: { subject: 'Reembolso depois da hora' } });
  await ask(page, 'sync.now', null);
  const { entries } = await askUntil(page, 'ledger.page', { item: null, search: 'depois da hora', offset: 0, limit: 1 }, (reply) => reply.entries[0]?.decision !== null && reply.entries.length > 0);
  expect(entries[0]?.decision).toBe('paused');
  expect(notifications.shown).toHaveLength(before);
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await expect(page.getByRole('heading', { name: t('screens.ledger.title') })).toBeVisible();
  await expect(page.getByText(t('screens.ledger.why.paused')).first()).toBeVisible();
}

for (const language of LANGUAGES) {
  test(`a whole day, ${language.name}: from the first run to quit (users.md, check 24)`, async ({ launch, simulator, notifications, tray }) => {
    test.slow();
    const app = await launch();
    const day: Day = { page: await app.mainWindow(), t: wordsOf(language.code), simulator };
    await firstRun(day, language, notifications);
    await queues(day);
    await news(day, notifications);
    await call(day, () => app.lookupWindow());
    await rule(day, notifications);
    await quiet(day, await tray.waitForItem(), notifications);
    await (await tray.waitForItem()).choose(day.t('shell.tray.quit'));
    const child = app.electron.process();
    await expect.poll(() => child.exitCode).toBe(0);
  });
}
