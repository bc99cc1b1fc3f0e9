import type { Page } from 'playwright';
import { FIRST_RUN_STEPS } from '../../../contract/first-run-steps.ts';
import { ask } from './bridge.ts';
import type { RunningApp } from './launch.ts';
import type { Words } from './words.ts';

/** What a stop of the tour may use. `t`: the words of the language that the app speaks just now. */
export interface Tourist {
  readonly app: RunningApp;
  readonly page: Page;
  readonly t: Words;
}

/** A screen, and how a person with a keyboard comes to it. */
export interface Stop {
  readonly name: string;
  /** Shows the screen; gives the page it is on. */
  show(tourist: Tourist): Promise<Page>;
  /** Leaves what lies over the window; nothing when left out. */
  leave?(tourist: Tourist): Promise<unknown>;
}

/** Back to the whole queue with nothing lying over it. */
async function home({ page }: Tourist, queue: 'Control+1' | 'Control+2' = 'Control+1'): Promise<void> {
  for (let i = 0; i < 3; i++) await page.keyboard.press('Escape');
  await page.keyboard.press(queue);
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await page.locator('main').getByRole('listbox').getByRole('option').first().waitFor();
}

async function chord(page: Page, keys: string): Promise<void> {
  for (const key of keys.split(' ')) await page.keyboard.press(key);
}

/** A screen in the main window that a chord leads to. */
function byKeys(name: string, keys: string, ready: (tourist: Tourist) => Promise<unknown>): Stop {
  return {
    name,
    async show(tourist) {
      await home(tourist);
      await chord(tourist.page, keys);
      await ready(tourist);
      return tourist.page;
    },
  };
}

/** A screen that the command palette leads to. */
function byPalette(name: string, command: string, ready: (tourist: Tourist) => Promise<unknown>): Stop {
  return {
    name,
    async show(tourist) {
      const { page, t } = tourist;
      await home(tourist);
      await page.keyboard.press('Control+K');
      await page.getByRole('dialog').getByRole('combobox').fill(t(`screens.commands.name.${command}`));
      await page.keyboard.press('Enter');
      await ready(tourist);
      return page;
    },
  };
}

const heading = (key: string) => ({ page, t }: Tourist) => page.getByRole('heading', { name: t(key) }).first().waitFor();
const dialog = ({ page }: Tourist) => page.getByRole('dialog').waitFor();

/** An open item of a queue; `nth` is its place in the list. */
function item(name: string, queue: 'Control+1' | 'Control+2', nth: number): Stop {
  return {
    name,
    async show(tourist) {
      const { page, t } = tourist;
      await home(tourist, queue);
      await page.locator('main').getByRole('listbox').getByRole('option').nth(nth).click();
      await page.getByRole('region', { name: t('screens.detail.label') }).waitFor();
      return page;
    },
  };
}

const setUp: readonly Stop[] = FIRST_RUN_STEPS.map((step) => ({
  name: `set-up-${step}`,
  async show({ page, t }) {
    await ask(page, 'settings.update', { firstRunStep: null });
    await page.getByRole('navigation', { name: t('screens.nav.label') }).waitFor();
    await ask(page, 'settings.update', { firstRunStep: step });
    await page.getByRole('navigation', { name: t('screens.setUp.stepList') }).or(page.getByLabel(t('screens.setUp.stepList'))).first().waitFor();
    return page;
  },
  async leave({ page, t }) {
    await ask(page, 'settings.update', { firstRunStep: null });
    await page.getByRole('navigation', { name: t('screens.nav.label') }).waitFor();
  },
}));

/** The lookup window with something typed; an empty text shows what is recent. */
function lookup(name: string, typed: string, ready: (page: Page, tourist: Tourist) => Promise<unknown>): Stop {
  return {
    name,
    async show(tourist) {
      await ask(tourist.page, 'lookup.show', null);
      const page = await tourist.app.lookupWindow();
      await page.getByRole('combobox').fill(typed);
      await ready(page, tourist);
      return page;
    },
    leave: ({ page }) => ask(page, 'lookup.hide', null),
  };
}

/** Every screen of the app while it is signed in and live, in an order that a person might go. */
export const TOUR: readonly Stop[] = [
  ...setUp,
  byKeys('tickets', 'g a', async () => undefined),
  item('ticket', 'Control+1', 2),
  item('task', 'Control+2', 1),
  byKeys('mine', 'g m', ({ page }) => page.locator('main').getByRole('heading').first().waitFor()),
  byKeys('unassigned', 'g u', ({ page }) => page.locator('main').getByRole('heading').first().waitFor()),
  byKeys('snoozed-empty', 'g s', ({ page }) => page.locator('main').getByRole('heading').first().waitFor()),
  byKeys('filter', '/', ({ page }) => page.locator('[data-popup]').getByRole('option').first().waitFor()),
  byKeys('snooze', 'j s', dialog),
  byKeys('palette', 'Control+K', ({ page }) => page.getByRole('dialog').getByRole('option').first().waitFor()),
  byKeys('help', '?', dialog),
  byKeys('settings', 'Control+,', heading('screens.settings.title')),
  byKeys('rules', 'g r', heading('screens.rules.title')),
  byKeys('ledger', 'g l', heading('screens.ledger.title')),
  byPalette('diagnostics', 'goDiagnostics', heading('screens.diagnostics.title')),
  lookup('lookup-recent', '', (page) => page.getByRole('option').first().waitFor()),
  lookup('lookup-results', 'fatura', (page) => page.locator('mark').first().waitFor()),
  lookup('lookup-none', 'xyzzyqqq', (page, { t }) => page.getByText(t('screens.lookup.none.title', { query: 'xyzzyqqq' })).first().waitFor()),
];
