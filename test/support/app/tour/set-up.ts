import { FIRST_RUN_STEPS, type FirstRunStep } from '../../../../contract/first-run-steps.ts';
import { ask } from '../bridge.ts';
import type { Stop, Tourist } from './stop.ts';

async function leaveSetUp({ page, t }: Tourist): Promise<void> {
  await ask(page, 'settings.update', { firstRunStep: null });
  await page.getByRole('navigation', { name: t('screens.nav.label') }).waitFor();
}

async function showStep(tourist: Tourist, step: FirstRunStep): Promise<void> {
  const { page, t } = tourist;
  await leaveSetUp(tourist);
  await ask(page, 'settings.update', { firstRunStep: step });
  await page.getByRole('navigation', { name: t('screens.setUp.stepList') }).waitFor();
}

const LAST = FIRST_RUN_STEPS[FIRST_RUN_STEPS.length - 1] ?? 'login';

/** The set-up, gone through again by somebody who is signed in: each step, and its end. */
export const SET_UP: readonly Stop[] = [
  ...FIRST_RUN_STEPS.map((step): Stop => ({
    name: `set-up-${step}`,
    async show(tourist) {
      await showStep(tourist, step);
      return tourist.page;
    },
    leave: leaveSetUp,
  })),
  {
    name: 'set-up-done',
    async show(tourist) {
      const { page, t } = tourist;
      await showStep(tourist, LAST);
      await page.getByRole('button', { name: t('screens.setUp.next'), exact: true }).click();
      await page.getByRole('button', { name: t('screens.setUp.done.open'), exact: true }).waitFor();
      return page;
    },
    leave: leaveSetUp,
  },
];
