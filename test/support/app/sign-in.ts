import type { Page } from 'playwright';

/** What the first-run screen asks for. */
export interface Connection {
  readonly baseUrl: string;
  readonly apiToken: string;
  readonly refreshToken: string;
}

/** Fills in the first-run form; submits nothing. */
export async function fillConnection(page: Page, connection: Connection): Promise<void> {
  await page.getByLabel('API address', { exact: true }).filter({ visible: true }).fill(connection.baseUrl);
  await page.getByLabel('API token', { exact: true }).filter({ visible: true }).fill(connection.apiToken);
  await page.getByLabel('Refresh token', { exact: true }).filter({ visible: true }).fill(connection.refreshToken);
}

/** Says on the first-run screen how many desktops share the address. */
export async function setDesktops(page: Page, desktops: number): Promise<void> {
  await page.getByLabel('Computers in your office that use this app').fill(String(desktops));
}

/** Signs in through the real first-run screen and waits for the queue. `desktops` = how many share the address. */
export async function signIn(page: Page, connection: Connection, desktops = 1): Promise<void> {
  await fillConnection(page, connection);
  await setDesktops(page, desktops);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('listbox').waitFor();
}
