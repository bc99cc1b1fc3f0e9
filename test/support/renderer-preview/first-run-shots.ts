import type { Page } from 'playwright';
import type { Shot } from './shots.ts';

const both = ['light', 'dark'] as const;
const primary = (page: Page) => page.locator('footer button').last();
const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).click();

/** From the first step to the connection, in whatever language. */
export const toConnection = async (page: Page): Promise<void> => {
  await primary(page).click();
  await page.locator('input[name="baseUrl"]').waitFor();
};
const fill = async (page: Page): Promise<void> => {
  await toConnection(page);
  await page.getByLabel('API address').fill('https://api.cxpress.example');
  await page.getByLabel('API token').fill('x'.repeat(212));
  await page.getByLabel('Refresh token').fill('y'.repeat(212));
};
const tested = (said: string) => async (page: Page): Promise<void> => {
  await fill(page);
  await page.getByRole('button', { name: 'Test connection' }).click();
  await page.getByText(said).waitFor();
};

/** Pictures of the lookup window in other languages. */
export const LOOKUP_SHOTS: readonly Shot[] = [
  { name: 'lookup-preview-pt', scene: 'live', window: 'lookup', language: 'pt-BR', themes: both, prepare: async (page) => { await page.keyboard.type('nota'); await page.getByText('CNPJ').first().waitFor(); await page.keyboard.press('Tab'); await page.getByText('Olá,').waitFor(); } },
  { name: 'lookup-results-es', scene: 'live', window: 'lookup', language: 'es', zoom: 2, prepare: async (page) => { await page.keyboard.type('pedido'); await page.getByRole('option').first().waitFor(); } },
];

/** Pictures of the first run. */
export const FIRST_RUN_SHOTS: readonly Shot[] = [
  { name: 'first-run-language', scene: 'firstRun', themes: both },
  { name: 'first-run-language-200', scene: 'firstRun', zoom: 2, language: 'pt-BR' },
  { name: 'first-run-connect', scene: 'firstRun', themes: both, prepare: toConnection },
  { name: 'first-run-connect-small', scene: 'firstRun', size: [720, 480], prepare: toConnection },
  { name: 'first-run-connect-pt', scene: 'firstRun', language: 'pt-BR', size: [880, 1100], prepare: toConnection },
  { name: 'first-run-connect-200', scene: 'firstRun', zoom: 2, themes: both, language: 'es', prepare: toConnection },
  { name: 'first-run-tested', scene: 'firstRun', size: [1180, 1100], prepare: tested('Answered by') },
  { name: 'first-run-error', scene: 'firstRunErrors', prepare: tested('refused the API token') },
  { name: 'first-run-memory', scene: 'firstRunMemory', themes: ['dark'], prepare: toConnection },
  { name: 'first-run-not-the-api', scene: 'firstRunNotTheApi', size: [1180, 1100], prepare: tested('Answered by') },
  { name: 'set-up-connected', scene: 'setUpConnected' },
  { name: 'set-up-identity', scene: 'setUpIdentity', themes: both },
  { name: 'set-up-identity-pt', scene: 'setUpIdentity', language: 'pt-BR' },
  { name: 'set-up-reading', scene: 'setUpReading', language: 'es' },
  { name: 'set-up-notifications', scene: 'setUpNotifications', themes: both, prepare: press('Send a test notification') },
  { name: 'set-up-not-shown', scene: 'setUpNotShown', themes: both, language: 'pt-BR', prepare: press('Enviar uma notificação de teste') },
  { name: 'set-up-not-shown-200', scene: 'setUpNotShown', zoom: 2, language: 'pt-BR', prepare: press('Enviar uma notificação de teste') },
  { name: 'set-up-tray-windows', scene: 'setUpTrayWindows', themes: both },
  { name: 'set-up-tray-windows-200', scene: 'setUpTrayWindows', zoom: 2, language: 'pt-BR' },
  { name: 'set-up-tray-mac', scene: 'setUpTrayMac', themes: both, language: 'es' },
  { name: 'set-up-tray-gnome', scene: 'setUpTrayGnome', themes: both },
  { name: 'set-up-tray-kde', scene: 'setUpTrayKde', themes: both },
  { name: 'set-up-tray-missing', scene: 'setUpTrayMissing' },
  { name: 'set-up-hotkey', scene: 'setUpHotkey', themes: both, prepare: press('Try it') },
  { name: 'set-up-hotkey-wayland', scene: 'setUpHotkeyWayland', themes: both, language: 'pt-BR', prepare: press('Testar') },
  { name: 'set-up-login', scene: 'setUpLogin' },
  { name: 'set-up-login-blocked', scene: 'setUpLoginBlocked', language: 'pt-BR', prepare: (page) => page.getByRole('switch').click() },
  { name: 'set-up-done', scene: 'setUpLogin', themes: both, prepare: (page) => primary(page).click() },
  { name: 'set-up-done-200', scene: 'setUpLogin', zoom: 2, language: 'es', prepare: (page) => primary(page).click() },
];
