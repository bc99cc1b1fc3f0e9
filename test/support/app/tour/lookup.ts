import type { Page } from 'playwright';
import { ask } from '../bridge.ts';
import type { Stop, Tourist } from './stop.ts';

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

/** The lookup window. */
export const LOOKUP: readonly Stop[] = [
  lookup('lookup-recent', '', (page) => page.getByRole('option').first().waitFor()),
  lookup('lookup-results', 'fatura', (page) => page.locator('mark').first().waitFor()),
  lookup('lookup-preview', 'fatura', async (page) => {
    await page.locator('mark').first().waitFor();
    await page.keyboard.press('Tab');
  }),
  lookup('lookup-none', 'xyzzyqqq', (page, { t }) => page.getByText(t('screens.lookup.none.title', { query: 'xyzzyqqq' })).first().waitFor()),
];
