import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { launchApp, temporaryProfile, type LaunchOptions, type RunningApp } from '../support/app/launch.ts';
import { NotificationService } from '../support/desktop/notification-service.ts';
import { TrayWatcher } from '../support/desktop/tray-watcher.ts';
import { startSimulator, type SimulatorProcess, type SimulatorOptions } from '../support/simulator/simulator-process.ts';

/** What every end-to-end test has on its desk; everything is ended after the test, in whatever state. */
interface Desk {
  /** Simulator options of this test; override with `test.use`. */
  simulatorOptions: SimulatorOptions;
  /** A Cxpress in a second process. */
  simulator: SimulatorProcess;
  notifications: NotificationService;
  tray: TrayWatcher;
  /** This test's profile folder; launches share it, so that a restart finds what the first run left. */
  profile: string;
  /** Starts the app on this test's profile. */
  launch: (options?: Partial<LaunchOptions>) => Promise<RunningApp>;
}

export const test = base.extend<Desk>({
  simulatorOptions: [{ tickets: 60, seed: 7 }, { option: true }],
  simulator: async ({ simulatorOptions }, use) => {
    const simulator = await startSimulator(simulatorOptions);
    await use(simulator);
    await simulator.stop();
  },
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from the pattern
  notifications: async ({}, use) => {
    const service = await NotificationService.start();
    await use(service);
    service.dispose();
  },
  // eslint-disable-next-line no-empty-pattern -- see above
  tray: async ({}, use) => {
    const watcher = await TrayWatcher.start();
    await use(watcher);
    watcher.dispose();
  },
  // eslint-disable-next-line no-empty-pattern -- see above
  profile: async ({}, use) => {
    const profile = await temporaryProfile();
    await use(profile.path);
    await profile.remove();
  },
  launch: async ({ profile, notifications, tray }, use, info) => {
    void notifications;
    void tray;
    const running: RunningApp[] = [];
    await use(async (options = {}) => {
      const app = await launchApp({ profile, ...options });
      running.push(app);
      return app;
    });
    for (const app of running) {
      if (info.status !== info.expectedStatus) {
        const log = await readFile(join(profile, 'logs', 'app.log'), 'utf8').catch(() => 'no log');
        await info.attach('app output', { body: `${app.output()}\n${log}`, contentType: 'text/plain' });
      }
      await app.kill();
    }
  },
});

export { expect } from '@playwright/test';
