import { writeFile } from 'node:fs/promises';
import type { ChangeEvent } from '../../simulator/event-log.ts';
import { ask, askUntil } from '../../test/support/app/bridge.ts';
import { NotificationService } from '../../test/support/desktop/notification-service.ts';
import { runtimeUnderTest } from '../../test/support/desktop/runtime-under-test.ts';
import { TrayWatcher } from '../../test/support/desktop/tray-watcher.ts';
import { createAlbum, type Album } from './album.ts';
import { percentile, type DemoReport } from './figures.ts';
import { createLiveLog } from './live-log.ts';
import type { DemoOptions } from './options.ts';
import { photographScreens } from './photographs.ts';
import { say } from './say.ts';
import { listenForWebhooks, setStage, signInOnStage, type Stage } from './stage.ts';
import { pairTold } from './told.ts';

/** Changes a minute in the live part. Above five a minute, what does not fit is told in one summary a minute. */
const ACTIVITY_PER_MINUTE = 20;

/** Without a display: the whole job once, measured, photographed and reported; ends by itself. */
export async function headlessDemo(options: DemoOptions): Promise<void> {
  const notifications = await NotificationService.start();
  const tray = await TrayWatcher.start();
  const album = await createAlbum(options.out);
  let stage: Stage | null = null;
  try {
    stage = await setStage();
    await signInOnStage(stage, album);
    await photographScreens(stage.app, album);
    await listenForWebhooks(stage);
    const report = await liveForAWhile(stage, options.seconds, notifications, album);
    say(`tray: ${(await (await tray.waitForItem()).tooltip()) || 'an icon without a tooltip'}`);
    await finish(options, report);
  } finally {
    const ended = await stage?.end();
    if (ended?.killed) say('the app did not quit by itself and was killed');
    notifications.dispose();
    tray.dispose();
  }
}

async function liveForAWhile(stage: Stage, seconds: number, notifications: NotificationService, album: Album): Promise<DemoReport> {
  const { page, simulator } = stage;
  const before = { polls: await polls(stage), hints: (await ask(page, 'status.get', null)).hintsReceived, shown: notifications.shown.length, seq: (await simulator.control.events()).at(-1)?.seq ?? 0 };
  await simulator.control.activity(ACTIVITY_PER_MINUTE);
  say(`live: ${ACTIVITY_PER_MINUTE} changes a minute for ${seconds} s`);
  const log = createLiveLog(say);
  const end = Date.now() + seconds * 1000;
  const queueEvents = async (): Promise<ChangeEvent[]> => (await simulator.control.events(before.seq)).filter((event) => event.entity === 'ticket' || event.entity === 'task');
  while (Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    log.told(pairTold(await queueEvents(), notifications.shown.slice(before.shown)).told);
  }
  await simulator.control.activity(0);
  await settled(stage);
  const { told, waiting } = pairTold(await queueEvents(), notifications.shown.slice(before.shown));
  log.told(told);
  await page.getByRole('status').first().waitFor();
  await album.shoot(page, 'after-live');
  const start = await ask(page, 'app.start', null);
  const oracle = await simulator.control.oracle();
  const latencies = told.map(({ ms }) => ms);
  return {
    electron: start.electron,
    fallbackRuntime: runtimeUnderTest().fallback,
    secureStorage: start.status.secureStorage.backend,
    firstSync: start.status.firstSync,
    live: {
      events: told.length + waiting.length,
      notificationsShown: notifications.shown.length - before.shown,
      hints: start.status.hintsReceived - before.hints,
      polls: (await polls(stage)) - before.polls,
      told: told.length,
      waiting: waiting.length,
      eventToNotificationMs: { p50: percentile(latencies, 0.5), p95: percentile(latencies, 0.95) },
    },
    rate: { maxInAny60s: oracle.rate.maxInAny60s, limit: oracle.rate.limit },
    screenshots: [...album.files],
  };
}

/** Waits until what was under way when the activity ended has been read. */
async function settled({ page }: Stage): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await askUntil(page, 'status.get', null, (status) => status.state === 'live', 20_000);
}

async function polls({ simulator }: Stage): Promise<number> {
  const { byOperation } = (await simulator.control.oracle()).requests;
  return Object.entries(byOperation).reduce((sum, [operation, count]) => sum + (operation.endsWith('.list') ? count : 0), 0);
}

async function finish(options: DemoOptions, report: DemoReport): Promise<void> {
  const { live, rate } = report;
  say(`live: ${live.events} changes, ${live.notificationsShown} notifications, ${live.hints} hints, ${live.polls} polls`);
  say(`told: ${live.told} changes, half within ${live.eventToNotificationMs.p50} ms, 95 % within ${live.eventToNotificationMs.p95} ms; ${live.waiting} wait for the next summary`);
  say(`rate: at most ${rate.maxInAny60s} requests in any 60 s, of ${rate.limit}`);
  say(`screenshots: ${report.screenshots.length} in ${options.out}`);
  if (options.report) await writeFile(options.report, `${JSON.stringify(report, null, 2)}\n`);
  if (live.notificationsShown === 0) throw new Error('no notification reached the notification service');
}
