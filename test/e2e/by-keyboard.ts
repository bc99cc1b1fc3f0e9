import type { Locator, Page } from 'playwright';
import { ask, askUntil } from '../support/app/bridge.ts';
import { pressKeys } from '../support/desktop/keyboard.ts';
import type { SimulatorProcess } from '../support/simulator/simulator-process.ts';
import { expect } from './desk.ts';

/** More stops than any step of the set-up has. */
const MOST_STOPS = 40;

/** Presses Tab until something has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${String(target)}.`);
}

/** The heading that a step begins at, with the focus on it. */
export async function begins(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused();
}

/** Goes through the whole set-up, from the language to the queue, without a mouse. */
export async function setUpByKeyboard(page: Page, simulator: SimulatorProcess): Promise<void> {
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });

  await begins(page, 'Choose your language');
  await press('Enter');
  await begins(page, 'Connect to Cxpress');
  await press('Enter');
  await expect(page.getByLabel('API address', { exact: true })).toBeFocused();
  await page.keyboard.type(simulator.baseUrl);
  await press('Tab');
  await page.keyboard.insertText(simulator.apiToken);
  await press('Tab');
  await page.keyboard.insertText(simulator.refreshToken);
  await press('Tab');
  await press('Control+a');
  await page.keyboard.type('1');
  await press('Enter');

  await begins(page, 'Who are you, and which departments are yours?');
  expect((await ask(page, 'settings.get', null)).firstRunStep).toBe('identity');
  const { agents } = await askUntil(page, 'agents.list', null, (known) => known.agents.length > 1);
  await askUntil(page, 'status.get', null, ({ firstSync }) => firstSync !== null);
  await tabTo(page, page.getByRole('radio', { name: 'I am not in the list' }));
  await press('ArrowUp');
  const { me } = await askUntil(page, 'settings.get', null, (settings) => settings.me !== null);
  expect(agents.map(({ key }) => key)).toContain(me?.key);
  await press('Enter');

  await begins(page, 'See whether notifications arrive');
  await tabTo(page, button('Send a test notification'));
  await press('Enter');
  await expect(page.getByText('The system says it showed the test.')).toBeVisible();
  await tabTo(page, button('Yes, I saw it'));
  await press('Enter');
  await expect(page.getByText('Good: notifications arrive on this computer.')).toBeVisible();
  await press('Enter');

  await begins(page, 'Where the icon is');
  await expect(page.getByRole('img', { name: /^Drawing of the place/ })).toBeVisible();
  await press('Enter');

  await begins(page, 'Try the lookup hotkey');
  await tabTo(page, button('Try it'));
  await press('Enter');
  await expect(page.getByText('Press Ctrl+Shift+K now')).toBeVisible();
  await pressKeys('ctrl+shift+k');
  await expect(page.getByText('It works: the app heard Ctrl+Shift+K.')).toBeVisible();
  await tabTo(page, button('Next'));
  await press('Enter');

  await begins(page, 'Start when you log in?');
  // An app that is not installed would enter a path of the moment; it says so instead of asking.
  await expect(page.getByText('This cannot be switched on from here on this system.')).toBeVisible();
  await tabTo(page, button('Skip'));
  await press('Enter');

  await begins(page, 'You are ready');
  await expect(page.getByText(/^Skipped: Start at login\./)).toBeVisible();
  await press('Enter');
  await expect(page.getByRole('listbox', { name: 'Ticket list' })).toBeVisible();
  expect(await ask(page, 'settings.get', null)).toMatchObject({ firstRunStep: null, startAtLogin: false, me });
}
