import type { Page } from 'playwright';
import { ask } from '../../test/support/app/bridge.ts';
import type { RunningApp } from '../../test/support/app/launch.ts';
import { pressKeys } from '../../test/support/desktop/keyboard.ts';
import type { Album } from './album.ts';

/** Photographs every screen as a person would reach it, light and dark, and the queue at 200 %. */
export async function photographScreens(app: RunningApp, album: Album): Promise<void> {
  const page = await app.mainWindow();
  await ask(page, 'settings.update', { theme: 'light' });
  await tour(app, page, album, '');
  await ask(page, 'settings.update', { theme: 'dark' });
  await tour(app, page, album, '-dark');
  await ask(page, 'settings.update', { theme: 'light' });
  await atDoubleSize(app, page, album);
}

async function tour(app: RunningApp, page: Page, album: Album, suffix: string): Promise<void> {
  await open(page, 'Tickets');
  await page.getByRole('option').nth(2).click();
  await page.getByRole('region', { name: 'Details' }).waitFor();
  await album.shoot(page, `tickets${suffix}`);
  await open(page, 'Tasks');
  await page.getByRole('option').nth(1).click();
  await page.getByRole('region', { name: 'Details' }).waitFor();
  await album.shoot(page, `tasks${suffix}`);
  await open(page, 'Settings');
  await page.getByRole('heading', { name: 'Settings', exact: true }).waitFor();
  await album.shoot(page, `settings${suffix}`);
  await lookup(app, album, `lookup${suffix}`);
  await open(page, 'Tickets');
}

async function open(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name }).click();
}

async function lookup(app: RunningApp, album: Album, name: string): Promise<void> {
  await pressKeys('ctrl+shift+k');
  const window = await app.lookupWindow();
  await window.getByRole('combobox').fill('fatura');
  await window.getByText('Recent', { exact: true }).waitFor({ state: 'hidden' });
  await window.getByRole('option').first().waitFor();
  await album.shoot(window, name);
  await window.keyboard.press('Escape');
}

async function atDoubleSize(app: RunningApp, page: Page, album: Album): Promise<void> {
  const zoom = (factor: number): Promise<void> =>
    app.electron.evaluate(({ BrowserWindow }, value) => BrowserWindow.getAllWindows().forEach((window) => window.webContents.setZoomFactor(value)), factor);
  await zoom(2);
  await page.getByRole('heading', { name: 'Properties' }).waitFor();
  await settled(page);
  await album.shootWindow(app, 'ticket-200');
  await page.getByRole('button', { name: 'Back to list' }).click();
  await page.getByRole('listbox').waitFor();
  await settled(page);
  await album.shootWindow(app, 'tickets-200');
  await zoom(1);
}

/** Waits until the page has drawn what it has. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await new Promise((resolve) => setTimeout(resolve, 300));
}
