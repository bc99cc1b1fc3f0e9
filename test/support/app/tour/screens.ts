import { USUAL_QUIET_HOURS } from '../../../../contract/rules.ts';
import type { SettingsSection } from '../../../../renderer/settings/sections.ts';
import { ask } from '../bridge.ts';
import { byKeys, byPalette, chord, dialog, heading, home, type Stop, type Tourist } from './stop.ts';

/** A row that nothing has happened to since the first sync. */
const QUIET_ROW = 8;

/** To a part of the settings, by the list beside the page or by the select above it. */
async function toSection(tourist: Tourist, section: SettingsSection): Promise<void> {
  const { page, t } = tourist;
  await home(tourist);
  await page.keyboard.press('Control+,');
  const name = t(`screens.settings.sections.${section}`);
  const beside = page.getByRole('navigation', { name: t('screens.settings.sections.label') });
  const above = page.getByLabel(t('screens.settings.sections.jump'));
  await beside.or(above).first().waitFor();
  if (await beside.isVisible()) await beside.getByRole('button', { name, exact: true }).click();
  else await above.selectOption(section);
}

function section(name: SettingsSection): Stop {
  return {
    name: `settings-${name}`,
    async show(tourist) {
      await toSection(tourist, name);
      return tourist.page;
    },
  };
}

const quiet: Stop = {
  name: 'settings-quiet',
  async show(tourist) {
    await ask(tourist.page, 'settings.update', { quietHours: { ...USUAL_QUIET_HOURS, on: true } });
    await toSection(tourist, 'quiet');
    await tourist.page.getByRole('list', { name: tourist.t('screens.settings.quiet.days') }).waitFor();
    return tourist.page;
  },
  leave: ({ page }) => ask(page, 'settings.update', { quietHours: USUAL_QUIET_HOURS }),
};

const signOut: Stop = {
  name: 'sign-out',
  async show(tourist) {
    await toSection(tourist, 'connection');
    await tourist.page.getByRole('button', { name: tourist.t('screens.settings.connection.signOut') }).click();
    await dialog(tourist);
    return tourist.page;
  },
};

const replaceTokens: Stop = {
  name: 'replace-tokens',
  async show(tourist) {
    const { page, t } = tourist;
    await toSection(tourist, 'connection');
    await page.getByRole('button', { name: t('screens.settings.connection.paste') }).click();
    await heading('screens.firstRun.renewTitle')(tourist);
    return page;
  },
  leave: ({ page, t }) => page.getByRole('button', { name: t('screens.firstRun.back') }).click(),
};

const importProfile: Stop = {
  name: 'import-profile',
  async show(tourist) {
    const { page, t } = tourist;
    await toSection(tourist, 'profiles');
    await page.getByRole('button', { name: t('screens.profiles.group.import') }).click();
    await heading('screens.profiles.page.title')(tourist);
    return page;
  },
  async leave({ page, t }) {
    await page.keyboard.press('Escape');
    await page.getByRole('navigation', { name: t('screens.nav.label') }).waitFor();
  },
};

const ruleEditor: Stop = {
  name: 'rule-editor',
  async show(tourist) {
    const { page, t } = tourist;
    await home(tourist);
    await chord(page, 'g r');
    await heading('screens.rules.title')(tourist);
    await page.getByRole('button', { name: t('screens.rules.add') }).click();
    await page.getByRole('list', { name: t('screens.rules.list') }).getByRole('group').first().waitFor();
    return page;
  },
  leave: ({ page }) => ask(page, 'settings.update', { rules: [] }),
};

/** The screens beside the queues. */
export const SCREENS: readonly Stop[] = [
  byKeys('settings', 'Control+,', heading('screens.settings.title')),
  section('connection'),
  signOut,
  replaceTokens,
  section('notifications'),
  section('rules'),
  quiet,
  section('hotkey'),
  section('look'),
  section('data'),
  section('proxy'),
  section('webhook'),
  section('profiles'),
  importProfile,
  section('about'),
  byKeys('rules', 'g r', heading('screens.rules.title')),
  ruleEditor,
  byKeys('ledger', 'g l', ({ page }) => page.getByRole('option').first().waitFor()),
  {
    name: 'ledger-item-empty',
    async show(tourist) {
      const { page, t } = tourist;
      await home(tourist);
      await page.locator('main').getByRole('listbox').getByRole('option').nth(QUIET_ROW).click();
      await page.keyboard.press('w');
      await page.getByText(t('screens.ledger.emptyItem.title')).waitFor();
      return page;
    },
  },
  byPalette('diagnostics', 'goDiagnostics', heading('screens.diagnostics.title')),
];
