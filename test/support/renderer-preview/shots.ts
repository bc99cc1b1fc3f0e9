import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import type { Settings } from '../../../contract/settings.ts';
import { FIRST_RUN_SHOTS, LOOKUP_SHOTS } from './first-run-shots.ts';
import { servePreview } from './serve.ts';

/** A picture to take: a scene, and what to do in it first. */
export interface Shot {
  readonly name: string;
  readonly scene: string;
  readonly window?: 'lookup';
  readonly size?: readonly [width: number, height: number];
  readonly zoom?: number;
  readonly language?: Settings['language'];
  readonly themes?: readonly ('light' | 'dark')[];
  readonly prepare?: (page: Page) => Promise<unknown>;
}

const openFirst = (page: Page) => page.getByRole('option').first().click();
const openSettings = (page: Page) => page.getByRole('button', { name: 'Settings', exact: true }).click();
const openRules = async (page: Page) => {
  await openSettings(page);
  await page.getByRole('button', { name: 'Open the rules' }).click();
};
const openLedger = async (page: Page) => {
  await openSettings(page);
  await page.getByRole('main').getByRole('button', { name: 'Notification log' }).click();
  await page.waitForTimeout(150);
};
const openImport = async (page: Page) => {
  await openSettings(page);
  await page.getByRole('button', { name: 'Import…' }).click();
  await page.getByRole('heading', { name: 'Import an API profile' }).waitFor();
};
const wrongPath = async (page: Page) => {
  const form = page.getByRole('form', { name: 'Tickets: List' });
  await form.getByLabel('Path').fill('tickets');
  await form.getByRole('button', { name: 'Apply' }).click();
};
const both = ['light', 'dark'] as const;
const SHOTS: readonly Shot[] = [
  ...FIRST_RUN_SHOTS,
  ...LOOKUP_SHOTS,
  { name: 'queue', scene: 'live', themes: both },
  { name: 'detail', scene: 'live', themes: both, prepare: openFirst },
  { name: 'detail-wide', scene: 'live', size: [1600, 950], prepare: openFirst },
  { name: 'detail-200', scene: 'live', zoom: 2, prepare: openFirst },
  { name: 'queue-200', scene: 'live', zoom: 2, themes: ['dark'] },
  { name: 'queue-small', scene: 'live', size: [880, 560], prepare: openFirst },
  { name: 'queue-smallest', scene: 'live', size: [720, 480] },
  { name: 'queue-many', scene: 'many', prepare: async (page) => { await page.getByRole('listbox').press('End'); await page.getByText('#4201').waitFor(); } },
  { name: 'tasks', scene: 'live', themes: both, prepare: async (page) => { await page.getByRole('button', { name: 'Tasks' }).click(); await openFirst(page); } },
  { name: 'keyboard', scene: 'live', prepare: async (page) => { const list = page.getByRole('listbox'); await list.focus(); await list.press('j'); await list.press('j'); } },
  { name: 'day', scene: 'day', themes: both, prepare: openFirst },
  { name: 'day-pt', scene: 'day', language: 'pt-BR', prepare: openFirst },
  { name: 'day-es', scene: 'day', language: 'es', prepare: openFirst },
  { name: 'day-200', scene: 'day', zoom: 2, themes: ['dark'] },
  { name: 'day-contrast', scene: 'highContrast', themes: both, prepare: openFirst },
  { name: 'day-view', scene: 'day', themes: both, prepare: (page) => page.getByRole('button', { name: /^Responsabiliza/ }).click() },
  { name: 'day-filter', scene: 'day', prepare: async (page) => { await page.getByRole('button', { name: 'Department', exact: true }).click(); await page.keyboard.press('Enter'); } },
  { name: 'day-search', scene: 'day', language: 'pt-BR', themes: ['dark'], prepare: async (page) => { await page.keyboard.press('/'); await page.getByRole('combobox').fill('fin'); } },
  { name: 'day-sort', scene: 'day', language: 'pt-BR', prepare: (page) => page.getByRole('button', { name: /^Ordem/ }).click() },
  { name: 'day-snooze', scene: 'day', themes: both, prepare: (page) => page.keyboard.press('s') },
  { name: 'day-snooze-200', scene: 'day', language: 'pt-BR', zoom: 2, prepare: (page) => page.keyboard.press('s') },
  { name: 'day-snoozed', scene: 'day', language: 'es', prepare: async (page) => { await page.keyboard.press('g'); await page.keyboard.press('s'); } },
  { name: 'day-palette', scene: 'day', themes: both, prepare: (page) => page.keyboard.press('Control+k') },
  { name: 'day-palette-pt', scene: 'day', language: 'pt-BR', zoom: 2, prepare: async (page) => { await page.keyboard.press('Control+k'); await page.keyboard.type('pausar'); } },
  { name: 'day-help', scene: 'day', themes: both, prepare: (page) => page.keyboard.press('?') },
  { name: 'day-help-es', scene: 'day', language: 'es', zoom: 2, prepare: (page) => page.keyboard.press('?') },
  { name: 'day-read', scene: 'day', themes: ['dark'], prepare: (page) => page.keyboard.press('Shift+A') },
  { name: 'day-nothing', scene: 'day', prepare: async (page) => { await page.getByRole('button', { name: /^Financeiro/ }).click(); } },
  { name: 'day-identity', scene: 'live', prepare: async (page) => { await page.keyboard.press('g'); await page.keyboard.press('m'); } },
  { name: 'first-sync', scene: 'firstSync' },
  { name: 'first-sync-done', scene: 'firstSyncDone' },
  { name: 'empty', scene: 'empty' },
  { name: 'loading', scene: 'loading', prepare: (page) => page.waitForTimeout(400) },
  { name: 'no-permission', scene: 'noPermission', themes: both },
  { name: 'offline', scene: 'offline', themes: ['dark'] },
  { name: 'blocked', scene: 'blocked', themes: both },
  { name: 'needs-tokens', scene: 'needsTokens' },
  { name: 'needs-tokens-queue', scene: 'needsTokens', prepare: (page) => page.getByRole('button', { name: 'Back to what is stored' }).click() },
  { name: 'troubled', scene: 'troubled', themes: both, prepare: (page) => page.getByRole('button', { name: /No access/ }).click() },
  { name: 'troubled-200', scene: 'troubled', size: [880, 560], zoom: 2 },
  { name: 'blocked-200', scene: 'blocked', size: [880, 560], zoom: 2 },
  { name: 'waiting', scene: 'waiting', size: [880, 560], prepare: (page) => page.getByRole('button', { name: /Waiting/ }).click() },
  { name: 'settings', scene: 'listener', themes: both, size: [1180, 1500], prepare: openSettings },
  { name: 'import', scene: 'live', themes: both, size: [1180, 1900], prepare: openImport },
  { name: 'import-open', scene: 'live', themes: both, size: [1180, 1500], prepare: async (page) => { await openImport(page); await page.getByRole('button', { name: 'Details: Tickets: List' }).click(); await wrongPath(page); } },
  { name: 'import-fields', scene: 'live', size: [1180, 1200], prepare: async (page) => { await openImport(page); await page.getByRole('button', { name: 'Details: Tickets: Names of fields' }).click(); } },
  { name: 'import-200', scene: 'live', zoom: 2, themes: both, prepare: openImport },
  { name: 'import-200-line', scene: 'live', zoom: 2, prepare: async (page) => { await openImport(page); await page.getByRole('button', { name: 'Details: Tasks: List' }).click(); await page.getByText('Why').scrollIntoViewIfNeeded(); } },
  { name: 'import-tested', scene: 'live', themes: both, size: [1180, 900], prepare: async (page) => { await openImport(page); await page.getByRole('button', { name: 'Test', exact: true }).click(); await page.getByText('Answered by').waitFor(); await page.getByRole('heading', { name: 'Save' }).scrollIntoViewIfNeeded(); } },
  { name: 'import-typed', scene: 'live', size: [1180, 900], prepare: async (page) => { await openImport(page); await page.getByRole('radio', { name: 'Other tokens' }).click(); await page.getByRole('heading', { name: 'Save' }).scrollIntoViewIfNeeded(); } },
  { name: 'import-unusable', scene: 'importUnusable', prepare: openImport },
  { name: 'import-refused', scene: 'importRefused', prepare: async (page) => { await openSettings(page); await page.getByRole('button', { name: 'Import…' }).click(); await page.getByRole('alert').scrollIntoViewIfNeeded(); } },
  { name: 'import-discard', scene: 'live', prepare: async (page) => { await openImport(page); await page.getByLabel('Name', { exact: true }).fill('Acme'); await page.keyboard.press('Escape'); } },
  { name: 'import-saved', scene: 'live', prepare: async (page) => { await openImport(page); await page.getByRole('button', { name: 'Save', exact: true }).click(); await page.getByRole('button', { name: 'Use now' }).waitFor(); } },
  { name: 'settings-day', scene: 'told', themes: both, size: [1180, 4200], prepare: openSettings },
  { name: 'rules', scene: 'told', themes: both, size: [1180, 1000], prepare: openRules },
  { name: 'rules-open', scene: 'told', themes: both, size: [1180, 1700], prepare: async (page) => { await openRules(page); await page.getByTitle('Edit “Left lying”').click(); await page.getByRole('button', { name: 'Try on the last day' }).click(); } },
  { name: 'rules-none', scene: 'live', size: [1180, 1000], prepare: openRules },
  { name: 'rules-200', scene: 'told', zoom: 2, prepare: openRules },
  { name: 'ledger', scene: 'told', themes: both, prepare: openLedger },
  { name: 'ledger-200', scene: 'told', zoom: 2, prepare: async (page) => { await openLedger(page); await page.getByRole('option').nth(1).click(); } },
  { name: 'ledger-empty', scene: 'live', prepare: openLedger },
  { name: 'diagnostics', scene: 'told', themes: both, size: [1180, 1000], prepare: async (page) => { await openSettings(page); await page.getByRole('button', { name: 'Run the diagnostics' }).click(); await page.getByText('Local copy').waitFor(); } },
  { name: 'settings-profiles', scene: 'live', themes: both, prepare: async (page) => { await openSettings(page); await page.getByText('Version', { exact: true }).scrollIntoViewIfNeeded(); } },
  { name: 'settings-profiles-200', scene: 'live', zoom: 2, prepare: async (page) => { await openSettings(page); await page.getByRole('button', { name: 'Import…' }).scrollIntoViewIfNeeded(); } },
  { name: 'settings-small', scene: 'live', size: [880, 560], prepare: openSettings },
  { name: 'settings-200', scene: 'live', zoom: 2, prepare: openSettings },
  { name: 'sign-out', scene: 'live', prepare: async (page) => { await openSettings(page); await page.getByRole('button', { name: 'Sign out' }).click(); } },
  { name: 'lookup-recent', scene: 'live', window: 'lookup', themes: both },
  { name: 'lookup-results', scene: 'live', window: 'lookup', themes: both, prepare: async (page) => { await page.keyboard.type('nota'); await page.getByText('CNPJ').first().waitFor(); } },
  { name: 'lookup-none', scene: 'nothingFound', window: 'lookup', prepare: async (page) => { await page.keyboard.type('x'.repeat(150)); await page.getByText('Nothing found').waitFor(); } },
  { name: 'lookup-200', scene: 'blocked', window: 'lookup', zoom: 2 },
  { name: 'lookup-offline', scene: 'offline', window: 'lookup', themes: ['dark'] },
];

/** Takes every picture whose name contains `only` into `folder`; fails when a page complained (its content policy included). */
async function takeShots(folder: string, only: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const preview = await servePreview();
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  const complaints: string[] = [];
  try {
    for (const shot of SHOTS.filter(({ name }) => name.includes(only))) {
      for (const theme of shot.themes ?? (['light'] as const)) {
        const [width, height] = shot.size ?? (shot.window ? [640, 440] : [1180, 760]);
        const zoom = shot.zoom ?? 1;
        const page = await browser.newPage({ viewport: { width: width / zoom, height: height / zoom }, deviceScaleFactor: zoom, colorScheme: theme });
        page.on('console', (message) => message.type() === 'error' && complaints.push(`${shot.name}: ${message.text()}`));
        page.on('pageerror', (error) => complaints.push(`${shot.name}: ${error.message}`));
        await page.goto(`${preview.url}?scene=${shot.scene}&window=${shot.window ?? 'main'}&language=${shot.language ?? 'en'}`);
        await page.locator('#root > *').first().waitFor();
        await page.waitForTimeout(120);
        await shot.prepare?.(page);
        await page.waitForTimeout(150);
        await page.screenshot({ path: join(folder, `${shot.name}-${theme}.png`) });
        await page.close();
      }
    }
  } finally {
    await browser.close();
    await preview.close();
  }
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
}

await takeShots(process.argv[2] ?? 'demo-output/preview', process.argv[3] ?? '');
