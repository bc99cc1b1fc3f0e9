import type { Page } from 'playwright';
import type { RunningApp } from '../launch.ts';
import type { Words } from '../words.ts';

/** What a stop of the tour may use. `t`: the words of the language that the app speaks just now. */
export interface Tourist {
  readonly app: RunningApp;
  readonly page: Page;
  readonly t: Words;
}

/** A screen, and how a person comes to it. */
export interface Stop {
  readonly name: string;
  /** Shows the screen; gives the page it is on. */
  show(tourist: Tourist): Promise<Page>;
  /** Leaves what lies over the window; nothing when left out. */
  leave?(tourist: Tourist): Promise<unknown>;
}

/** A queue's key. */
export type QueueKey = 'Control+1' | 'Control+2';
/** Waits until a screen is all there. */
export type Ready = (tourist: Tourist) => Promise<unknown>;

/** Presses keys one after another, as a chord of two is pressed. */
export async function chord(page: Page, keys: string): Promise<void> {
  for (const key of keys.split(' ')) await page.keyboard.press(key);
}

/** To the whole queue with nothing lying over it, whether it has rows or not. */
export async function toQueue({ page }: Tourist, queue: QueueKey): Promise<void> {
  for (let i = 0; i < 3; i++) await page.keyboard.press('Escape');
  await chord(page, `${queue} g a`);
  await page.locator('main').getByRole('heading').first().waitFor();
}

/** Back to the whole queue; its rows are there. */
export async function home(tourist: Tourist, queue: QueueKey = 'Control+1'): Promise<void> {
  await toQueue(tourist, queue);
  await tourist.page.locator('main').getByRole('listbox').getByRole('option').first().waitFor();
}

/** A screen in the main window that keys lead to. */
export function byKeys(name: string, keys: string, ready: Ready): Stop {
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
export function byPalette(name: string, command: string, ready: Ready): Stop {
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

/** Waits for a heading with these words. */
export const heading = (key: string): Ready => ({ page, t }) => page.getByRole('heading', { name: t(key) }).first().waitFor();
/** Waits for any heading of a queue. */
export const anyHeading: Ready = ({ page }) => page.locator('main').getByRole('heading').first().waitFor();
/** Waits for a dialog. */
export const dialog: Ready = ({ page }) => page.getByRole('dialog').waitFor();
/** Waits for a popup with something to choose. */
export const popup: Ready = ({ page }) => page.locator('[data-popup]').waitFor();
