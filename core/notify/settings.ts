import type { Settings } from '../../contract/settings.ts';
import type { Viewer } from '../store/store.ts';
import { isQuiet } from './quiet-hours.ts';
import type { WallTime } from './quiet-hours.ts';

/** What a person set about notifications, and who they are. */
export interface NotifySettings extends Pick<Settings, 'notificationsPausedUntil' | 'rules' | 'quietHours' | 'toastContent' | 'hideContentWhenLocked' | 'sound'> {
  readonly viewer: Viewer;
}

/** Why nothing is to be shown; null when there is no reason. */
export type Hush = 'paused' | 'quietHours' | null;

/** What keeps toasts back at a moment (epoch ms): a pause, as in contract/settings.ts, before quiet hours. */
export function hushAt({ notificationsPausedUntil: until, quietHours }: Pick<NotifySettings, 'notificationsPausedUntil' | 'quietHours'>, now: number, wall?: WallTime): Hush {
  if (until === -1 || until > now) return 'paused';
  return isQuiet(quietHours, now, wall) ? 'quietHours' : null;
}
