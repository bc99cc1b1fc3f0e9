import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/log.ts';
import { createFreshAnswer } from '../desktop/fresh-answer.ts';
import { createTrayNews } from '../desktop/tray/tray-news.ts';
import type { TrayNewsKeeper } from '../desktop/tray/tray-news.ts';
import { hasTray } from '../desktop/tray/tray-presence.ts';
import { viewerOf } from '../preferences/viewer.ts';
import type { Foundation } from './foundation.ts';

/** What reading the queues for the tray needs. */
export interface TrayNewsParts {
  readonly ground: Foundation;
  readonly isSignedIn: () => boolean;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Panels come and go; whether one is there is asked this often while rows change. */
const TRAY_BELIEVED_MS = 60_000;

/** Reads the queues for the tray's menu while there is a tray, and somebody signed in to see them. */
export function composeTrayNews({ ground, isSignedIn, clock, log }: TrayNewsParts): TrayNewsKeeper {
  const tray = createFreshAnswer(() => hasTray(process.platform), false, TRAY_BELIEVED_MS, clock);
  return createTrayNews({
    store: ground.storage.store,
    viewer: () => viewerOf(ground.preferences.get()),
    wanted: async () => isSignedIn() && (await tray.look()),
    clock, log,
  });
}
