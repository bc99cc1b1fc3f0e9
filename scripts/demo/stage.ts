import { launchApp, temporaryProfile, type LaunchOptions, type RunningApp } from '../../test/support/app/launch.ts';
import { fillConnection, leaveSetUp, openConnection, setDesktops } from '../../test/support/app/sign-in.ts';
import { askUntil } from '../../test/support/app/bridge.ts';
import { startSimulator, type SimulatorProcess } from '../../test/support/simulator/simulator-process.ts';
import type { Page } from 'playwright';
import type { Album } from './album.ts';
import { say } from './say.ts';

/** The demo's world: a simulator with 500 tickets and the app on a fresh profile. */
export interface Stage {
  readonly simulator: SimulatorProcess;
  readonly app: RunningApp;
  readonly page: Page;
  /** Ends the app and the simulator; whether the app had to be killed. */
  end(): Promise<{ killed: boolean }>;
}

/** Starts the simulator and the app; `options` say how the app is started. */
export async function setStage(options: Omit<LaunchOptions, 'profile'> = {}): Promise<Stage> {
  const simulator = await startSimulator({ tickets: 500, seed: 7 });
  say(`simulator: a Cxpress with 500 tickets at ${simulator.baseUrl}`);
  const profile = await temporaryProfile();
  const app = await launchApp({ ...options, profile: profile.path });
  const page = await app.mainWindow();
  return {
    simulator,
    app,
    page,
    async end() {
      const ended = await app.quit();
      await simulator.stop();
      await profile.remove();
      return ended;
    },
  };
}

/** Goes through the real set-up to the connection, tests it, submits it, leaves the set-up there, and waits for the first sync. */
export async function signInOnStage({ page, simulator }: Stage, album: Album | null): Promise<void> {
  await page.getByRole('button', { name: 'Next', exact: true }).waitFor();
  await album?.shoot(page, 'first-run');
  await openConnection(page);
  await fillConnection(page, simulator);
  await setDesktops(page, 1);
  await page.getByRole('button', { name: 'Test connection' }).click();
  await page.getByText('The connection works and nothing is missing.').waitFor();
  await album?.shoot(page, 'first-run-tested');
  say('first run: connection test passed for all seven permissions');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await leaveSetUp(page);
  const { firstSync, secureStorage } = await askUntil(page, 'status.get', null, (status) => status.firstSync !== null && status.state === 'live');
  say(`signed in: tokens kept by ${secureStorage.backend} (${secureStorage.state})`);
  if (firstSync) say(`first sync: ${firstSync.tickets} tickets, ${firstSync.tasks} tasks in ${(firstSync.ms / 1000).toFixed(1)} s, ${firstSync.requests} requests`);
}

/** Turns on the webhook listener on the settings screen and tells the simulator its address, as an owner would. */
export async function listenForWebhooks({ page, simulator }: Stage): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('switch', { name: 'Listen for webhooks' }).click();
  const { hintUrl } = await askUntil(page, 'status.get', null, (status) => status.hintUrl !== null);
  await simulator.control.webhook({ url: hintUrl });
  say('webhooks: the app listens on this computer, and the simulator knows the address');
}
