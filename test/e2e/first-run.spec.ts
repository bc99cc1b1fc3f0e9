import { ask } from '../support/app/bridge.ts';
import { signIn } from '../support/app/sign-in.ts';
import { begins } from './by-keyboard.ts';
import { expect, test } from './desk.ts';

test('the set-up goes on after a restart where it stood, and is not begun again once it was left', async ({ launch, simulator }) => {
  const app = await launch();
  const page = await app.mainWindow();
  await signIn(page, simulator);
  await ask(page, 'settings.update', { firstRunStep: 'tray' });
  await app.quit();

  const again = await launch();
  const second = await again.mainWindow();
  await begins(second, 'Where the icon is');
  await second.getByRole('button', { name: 'Finish later', exact: true }).click();
  await expect(second.getByRole('listbox', { name: 'Ticket list' })).toBeVisible();
  await again.quit();

  const third = await (await launch()).mainWindow();
  await expect(third.getByRole('listbox', { name: 'Ticket list' })).toBeVisible();
});
