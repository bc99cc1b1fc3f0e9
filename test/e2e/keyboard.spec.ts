import type { Page } from 'playwright';
import { ask, askUntil } from '../support/app/bridge.ts';
import { pressKeys, typeText } from '../support/desktop/keyboard.ts';
import { setUpByKeyboard, tabTo } from './by-keyboard.ts';
import { expect, test } from './desk.ts';

/** Notes every press of a pointer in a window, so that a test which says "keyboard alone" cannot use one by mistake. */
async function watchPointer(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const noted = { presses: 0 };
    Object.assign(window, { noted });
    for (const type of ['pointerdown', 'mousedown']) addEventListener(type, () => void (noted.presses += 1), true);
  });
  return () => page.evaluate(() => (window as unknown as { noted: { presses: number } }).noted.presses);
}

test('set-up, filter, opening, lookup, a rule and quitting, by keyboard alone', async ({ launch, simulator }) => {
  test.slow();
  const app = await launch();
  const page = await app.mainWindow();
  const pressed = await watchPointer(page);
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  await setUpByKeyboard(page, simulator);

  // The queue has the focus; a filter is found by typing, and leaves fewer rows.
  const list = page.getByRole('listbox', { name: 'Ticket list' });
  await expect(list).toBeFocused();
  await press('g');
  await press('a');
  const all = await list.getByRole('option').first().getAttribute('aria-setsize');
  await press('/');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('open');
  await press('Enter');
  await press('Escape');
  await expect(page.getByRole('button', { name: 'Clear', exact: true })).toBeVisible();
  await expect(list.getByRole('option').first()).not.toHaveAttribute('aria-setsize', String(all));

  // The second row opens; what is in it can be read on, and Esc leads back to the list.
  await tabTo(page, list);
  await press('Home');
  await press('j');
  await press('Enter');
  const detail = page.getByRole('region', { name: 'Details' });
  await expect(detail.getByRole('heading').first()).toBeVisible();
  const title = await detail.getByRole('heading').first().textContent();
  await press('Escape');
  await expect(list).toBeFocused();

  // The hotkey brings the lookup, which finds by number and is left by Enter.
  const [wanted] = (await ask(page, 'lookup.search', { query: String(title).slice(0, 12), limit: 1 })).results;
  await pressKeys('ctrl+shift+k');
  const lookup = await app.lookupWindow();
  const pressedThere = await watchPointer(lookup);
  await expect(lookup.getByRole('combobox')).toBeFocused();
  await typeText(String(wanted?.number));
  await expect(lookup.getByRole('option').first()).toContainText(String(wanted?.number));
  await pressKeys('Return');
  await expect(detail.getByRole('heading', { name: wanted?.title ?? '' })).toBeVisible();

  // A rule of one's own: added, given a keyword, tried out on what has happened.
  await simulator.control.emit({ action: 'create', entity: 'ticket', fields: { subject: 'A refund, please' } });
  await ask(page, 'sync.now', null);
  await askUntil(page, 'ledger.page', { item: null, search: 'refund', offset: 0, limit: 1 }, ({ entries }) => entries.length === 1);
  await press('Escape');
  await press('g');
  await press('r');
  await tabTo(page, page.getByRole('button', { name: 'New rule' }));
  await press('Enter');
  await tabTo(page, page.getByLabel('Text', { exact: true }));
  await page.keyboard.type('refund');
  await press('Tab');
  const { rules } = await askUntil(page, 'settings.get', null, (settings) => settings.rules[0]?.when.keyword === 'refund');
  expect(rules).toHaveLength(1);
  await tabTo(page, page.getByRole('button', { name: 'Try on the last day' }));
  await press('Enter');
  await expect(page.getByText('1 of 1 event of the last 24 hours would have matched.')).toBeVisible();

  expect(await pressed() + await pressedThere()).toBe(0);
  const child = app.electron.process();
  await pressKeys('ctrl+q');
  await expect.poll(() => child.exitCode).toBe(0);
});
