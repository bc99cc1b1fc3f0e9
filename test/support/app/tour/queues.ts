import type { Page } from 'playwright';
import { ALL_ROWS } from '../../../../contract/models/filter.ts';
import { ask, askUntil } from '../bridge.ts';
import { anyHeading, byKeys, dialog, home, popup, type QueueKey, type Stop, type Tourist } from './stop.ts';

/** Tomorrow, so that the item is still away when the last picture is taken. */
const SNOOZE_MS = 24 * 60 * 60_000;

const details = ({ page, t }: Tourist) => page.getByRole('region', { name: t('screens.detail.label') });
const rows = (page: Page) => page.locator('main').getByRole('listbox').getByRole('option');

/** An open item of a queue; `nth` is its place in the list. */
function item(name: string, queue: QueueKey, nth: number, then?: (tourist: Tourist) => Promise<unknown>): Stop {
  return {
    name,
    async show(tourist) {
      await home(tourist, queue);
      await rows(tourist.page).nth(nth).click();
      await details(tourist).waitFor();
      await then?.(tourist);
      return tourist.page;
    },
  };
}

/** The person's saved view, as the sidebar shows it; the first, whatever it is called. */
async function toView(tourist: Tourist): Promise<void> {
  await home(tourist);
  await tourist.page.locator('[data-view]').first().click();
  await rows(tourist.page).first().waitFor();
}

/** The first ticket is put off as long as the picture is taken. */
const snoozed: Stop = {
  name: 'snoozed',
  async show(tourist) {
    const { page } = tourist;
    const [first] = (await ask(page, 'queue.page', { entity: 'ticket', offset: 0, limit: 1, filter: ALL_ROWS })).rows;
    if (!first) throw new Error('There is no ticket to snooze.');
    await ask(page, 'item.snooze', { entity: 'ticket', ids: [first.id], until: Date.now() + SNOOZE_MS, orChange: true });
    await home(tourist);
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await rows(page).first().click();
    await details(tourist).waitFor();
    return page;
  },
  async leave({ page }) {
    const away = await ask(page, 'queue.page', { entity: 'ticket', offset: 0, limit: 50, filter: { ...ALL_ROWS, only: 'snoozed' } });
    await ask(page, 'item.snooze', { entity: 'ticket', ids: away.rows.map(({ id }) => id), until: null, orChange: false });
  },
};

/** Everything is read, said at the bottom with a way to take it back. */
const allRead: Stop = {
  name: 'unread-empty',
  async show(tourist) {
    const { page, t } = tourist;
    await home(tourist);
    await ask(page, 'item.markRead', { entity: 'ticket', ids: (await ask(page, 'queue.page', { entity: 'ticket', offset: 0, limit: 1, filter: ALL_ROWS })).rows.map(({ id }) => id), read: false });
    await askUntil(page, 'status.get', null, ({ unread }) => unread.ticket > 0);
    await page.keyboard.press('Shift+U');
    await rows(page).first().waitFor();
    await page.keyboard.press('Shift+A');
    await page.getByText(t('screens.queue.empty.unread.title')).waitFor();
    return page;
  },
  async leave({ page, t }) {
    await page.keyboard.press('Control+Z');
    await page.keyboard.press('Shift+U');
    const { total } = await askUntil(page, 'queue.page', { entity: 'ticket', offset: 0, limit: 1, filter: { ...ALL_ROWS, only: 'unread' } }, (now) => now.total > 0);
    await page.getByText(t('screens.say.unreadAgain', { count: total })).waitFor();
    await page.getByRole('button', { name: t('screens.app.dismiss') }).last().click();
  },
};

/** A ticket that was deleted in Cxpress, which the ledger still leads to. */
const gone: Stop = {
  name: 'gone',
  async show(tourist) {
    const { page } = tourist;
    await home(tourist);
    const { entries } = await ask(page, 'ledger.page', { item: null, search: '', offset: 0, limit: 200 });
    const entry = entries.find(({ kind, entity }) => kind === 'deleted' && entity === 'ticket');
    if (!entry) throw new Error('No ticket was deleted.');
    await ask(page, 'lookup.open', { entity: 'ticket', id: entry.id });
    await details(tourist).getByRole('note').waitFor();
    return page;
  },
};

/** The queues: lists, what narrows them, and what is open beside them. */
export const QUEUES: readonly Stop[] = [
  byKeys('tickets', 'g a', async () => undefined),
  item('ticket', 'Control+1', 2),
  item('consumer', 'Control+1', 2, (tourist) => details(tourist).getByRole('heading', { name: tourist.t('screens.detail.consumer') }).evaluate((element) => element.scrollIntoView({ block: 'start' }))),
  item('history', 'Control+1', 0, (tourist) => details(tourist).getByRole('heading', { name: tourist.t('screens.detail.history') }).evaluate((element) => element.scrollIntoView({ block: 'start' }))),
  item('task', 'Control+2', 1),
  gone,
  byKeys('mine', 'g m', anyHeading),
  byKeys('departments', 'g d', anyHeading),
  byKeys('unassigned', 'g u', anyHeading),
  byKeys('followed-empty', 'g f', anyHeading),
  byKeys('snoozed-empty', 'g s', anyHeading),
  snoozed,
  allRead,
  byKeys('filter', '/', ({ page }) => page.locator('[data-popup]').getByRole('option').first().waitFor()),
  {
    name: 'sort',
    async show(tourist) {
      const { page, t } = tourist;
      await home(tourist);
      await page.getByRole('button', { name: new RegExp(`^${t('screens.filters.sort.label')}`) }).click();
      await popup(tourist);
      return page;
    },
  },
  {
    name: 'view',
    async show(tourist) {
      await toView(tourist);
      return tourist.page;
    },
  },
  {
    name: 'view-changed',
    async show(tourist) {
      const { page, t } = tourist;
      await toView(tourist);
      await page.keyboard.press('Shift+U');
      await page.getByRole('button', { name: t('screens.filters.update') }).waitFor();
      return page;
    },
  },
  {
    name: 'view-menu',
    async show(tourist) {
      const { page, t } = tourist;
      await toView(tourist);
      const [view] = (await ask(page, 'settings.get', null)).savedViews;
      await page.locator('[data-view]').first().hover();
      await page.getByRole('button', { name: t('screens.views.menu', { name: view?.name ?? '' }) }).click();
      await popup(tourist);
      return page;
    },
  },
  {
    name: 'save-view',
    async show(tourist) {
      await toView(tourist);
      await tourist.page.keyboard.press('Shift+S');
      await dialog(tourist);
      return tourist.page;
    },
  },
  byKeys('snooze', 'j s', dialog),
  byKeys('palette', 'Control+K', ({ page }) => page.getByRole('dialog').getByRole('option').first().waitFor()),
  byKeys('help', '?', dialog),
];
