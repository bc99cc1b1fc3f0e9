import type { Page } from 'playwright';
import { violations } from '../support/app/axe.ts';
import { ask, askUntil } from '../support/app/bridge.ts';
import type { RunningApp } from '../support/app/launch.ts';
import { longestMotion } from '../support/app/motion.ts';
import { signIn } from '../support/app/sign-in.ts';
import { furnish } from '../support/app/tour/furnish.ts';
import { STATES, WITHOUT_KEYRING } from '../support/app/tour/states.ts';
import type { Stop } from '../support/app/tour/stop.ts';
import { TOUR } from '../support/app/tour/tour.ts';
import { wordsOf } from '../support/app/words.ts';
import { expect, test } from './desk.ts';

/** Nobody sees what lasts no longer than this, in milliseconds. */
const STILL_MS = 1;
/** Several pages of tickets, so that the first sync can be looked at under way. */
test.use({ simulatorOptions: { tickets: 500, seed: 7 } });

const live = (page: Page) => askUntil(page, 'status.get', null, ({ state, firstSync }) => state === 'live' && firstSync !== null);

/** What `look` finds on each of some stops, by the stop's name; stops with nothing are left out. */
async function lookAround(app: RunningApp, page: Page, stops: readonly Stop[], look: (shown: Page) => Promise<readonly unknown[]>): Promise<Record<string, readonly unknown[]>> {
  const tourist = { app, page, t: wordsOf('en') };
  const found: Record<string, readonly unknown[]> = {};
  for (const stop of stops) {
    const here = await look(await stop.show(tourist));
    if (here.length > 0) found[stop.name] = here;
    await stop.leave?.(tourist);
  }
  return found;
}

/** Looks at a page in both themes; colours are all that the second one can change. Less motion, so that no colour is seen on its way to another. `main`: the window that changes the setting. */
function inBothThemes(main: Page): (shown: Page) => Promise<readonly unknown[]> {
  const themed = async (shown: Page, theme: 'light' | 'dark'): Promise<void> => {
    await ask(main, 'settings.update', { theme });
    await shown.waitForFunction((wanted) => document.documentElement.dataset['theme'] === wanted, theme);
  };
  return async (shown) => {
    await shown.emulateMedia({ reducedMotion: 'reduce' });
    await themed(shown, 'light');
    const light = await violations(shown);
    await themed(shown, 'dark');
    const dark = await violations(shown, 'colours');
    await themed(shown, 'light');
    await shown.emulateMedia({ reducedMotion: null });
    return [...light.map((found) => ({ theme: 'light', ...found })), ...dark.map((found) => ({ theme: 'dark', ...found }))];
  };
}

test('axe finds nothing on any screen, in both themes, and whoever asks for less motion sees none (users.md, check 23)', async ({ launch, simulator }) => {
  test.slow();
  const app = await launch();
  const page = await app.mainWindow();
  expect(await violations(page), 'the first run, signed out').toEqual([]);
  await signIn(page, simulator);
  await live(page);
  const clear = await furnish({ app, page, control: simulator.control });
  const usually: number[] = [];
  const look = async (shown: Page): Promise<readonly unknown[]> => {
    usually.push(await longestMotion(shown));
    await shown.emulateMedia({ reducedMotion: 'reduce' });
    // What was on its way goes on to its end; from then on nothing may begin.
    await shown.waitForFunction(() => document.getAnimations().length === 0);
    const reduced = await longestMotion(shown);
    return [...(reduced > STILL_MS ? [{ motion: reduced }] : []), ...(await inBothThemes(page)(shown))];
  };
  expect(await lookAround(app, page, TOUR, look)).toEqual({});
  expect(Math.max(...usually), 'without the wish there is some').toBeGreaterThan(STILL_MS);
  await clear();
});

test('axe finds nothing in any state, in both themes (users.md, check 23)', async ({ launch, simulator }) => {
  test.slow();
  const app = await launch();
  const page = await app.mainWindow();
  await signIn(page, simulator);
  await live(page);
  const stage = { app, page, baseUrl: simulator.baseUrl, control: simulator.control };
  for (const state of STATES) {
    await state.enter(stage);
    expect(await lookAround(app, page, state.stops, inBothThemes(page)), state.name).toEqual({});
    await state.leave?.(stage);
  }
});

test('axe finds nothing on a computer without a keyring, in both themes (users.md, check 23)', async ({ launch, simulator }) => {
  const app = await launch({ passwordStore: 'basic' });
  const page = await app.mainWindow();
  for (const state of WITHOUT_KEYRING) {
    await state.enter({ app, page, baseUrl: simulator.baseUrl, control: simulator.control });
    expect(await lookAround(app, page, state.stops, inBothThemes(page)), state.name).toEqual({});
  }
});
