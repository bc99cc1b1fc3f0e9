import type { Page } from 'playwright';

/** What the connection form asks for. */
export interface Connection {
  readonly baseUrl: string;
  readonly apiToken: string;
  readonly refreshToken: string;
}

/** Brings the connection form up, from whatever step of the set-up before it is up. Does nothing where a form is up already. */
export async function openConnection(page: Page): Promise<void> {
  const address = page.getByLabel('API address', { exact: true }).filter({ visible: true });
  const next = page.getByRole('button', { name: 'Next', exact: true });
  await address.or(next).first().waitFor();
  if ((await address.count()) === 0) await next.click();
  await address.waitFor();
}

/** Leaves the set-up that a sign-in leads on to; the queue is up afterwards. */
export async function leaveSetUp(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Finish later', exact: true }).click();
  await page.getByRole('listbox').waitFor();
}

/** Fills in the connection form, on the set-up or wherever one is; submits nothing. */
export async function fillConnection(page: Page, connection: Connection): Promise<void> {
  await openConnection(page);
  await page.getByLabel('API address', { exact: true }).filter({ visible: true }).fill(connection.baseUrl);
  await page.getByLabel('API token', { exact: true }).filter({ visible: true }).fill(connection.apiToken);
  await page.getByLabel('Refresh token', { exact: true }).filter({ visible: true }).fill(connection.refreshToken);
}

/** Says in the connection form how many desktops share the address. */
export async function setDesktops(page: Page, desktops: number): Promise<void> {
  await page.getByLabel('Computers in your office that use this app').fill(String(desktops));
}

/** Signs in through the real set-up, leaves it after that, and waits for the queue. `desktops` = how many share the address. */
export async function signIn(page: Page, connection: Connection, desktops = 1): Promise<void> {
  await fillConnection(page, connection);
  await setDesktops(page, desktops);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await leaveSetUp(page);
}
