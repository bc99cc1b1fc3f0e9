import { createLiveLog } from './live-log.ts';
import type { DemoOptions } from './options.ts';
import { say } from './say.ts';
import { listenForWebhooks, setStage, signInOnStage } from './stage.ts';

const ACTIVITY_PER_MINUTE = 20;

/** With a display: the app signed in to the simulator with live activity, until the person quits it. */
export async function screenDemo(_options: DemoOptions): Promise<void> {
  const stage = await setStage();
  const closed = new Promise<void>((resolve) => stage.app.electron.process().once('exit', () => resolve()));
  await signInOnStage(stage, null);
  await listenForWebhooks(stage);
  await stage.simulator.control.activity(ACTIVITY_PER_MINUTE);
  say(`live: ${ACTIVITY_PER_MINUTE} changes a minute. Quit the app from its tray menu to end the demo.`);
  const log = createLiveLog(say);
  let seen = 0;
  const watch = setInterval(() => {
    stage.simulator.control
      .events(seen)
      .then((events) => {
        seen = events.at(-1)?.seq ?? seen;
        log.changed(events);
      })
      .catch(() => undefined);
  }, 1000);
  await closed;
  clearInterval(watch);
  await stage.end();
}
