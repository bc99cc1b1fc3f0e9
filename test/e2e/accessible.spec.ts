import { askUntil, ask } from '../support/app/bridge.ts';
import { violations } from '../support/app/axe.ts';
import { signIn } from '../support/app/sign-in.ts';
import { TOUR } from '../support/app/tour.ts';
import { wordsOf } from '../support/app/words.ts';
import { expect, test } from './desk.ts';

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any screen, ${theme} (users.md, check 23)`, async ({ launch, simulator }) => {
    test.slow();
    const app = await launch();
    const page = await app.mainWindow();
    expect(await violations(page), 'the first run, signed out').toEqual([]);
    await signIn(page, simulator);
    await askUntil(page, 'status.get', null, ({ state, firstSync }) => state === 'live' && firstSync !== null);
    await ask(page, 'settings.update', { theme });
    const found: Record<string, unknown> = {};
    for (const stop of TOUR) {
      const shown = await stop.show({ app, page, t: wordsOf('en') });
      const here = await violations(shown);
      if (here.length > 0) found[stop.name] = here;
      await stop.leave?.({ app, page, t: wordsOf('en') });
    }
    expect(found).toEqual({});
  });
}
