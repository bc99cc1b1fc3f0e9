/** Ways to pause notifications, offered by the tray and by the settings screen. */
export const PAUSES = ['pauseHalfHour', 'pauseHour', 'pauseTomorrow', 'pauseUntilResumed'] as const;
/** One of {@link PAUSES}. */
export type Pause = (typeof PAUSES)[number];

const MINUTE = 60_000;
const MORNING_HOUR = 8;

/** Whether notifications are paused at a moment; `until` as in contract/settings.ts, `notificationsPausedUntil`. */
export function isPausedAt(until: number, now: number): boolean {
  return until === -1 || until > now;
}

/** The next day's morning in local time; setting day and hour rather than adding hours keeps it right when the clocks change. */
export function tomorrowMorning(now: number): number {
  const date = new Date(now);
  date.setDate(date.getDate() + 1);
  date.setHours(MORNING_HOUR, 0, 0, 0);
  return date.getTime();
}

/** When a pause that begins now ends: epoch ms, or -1 for "until resumed" (contract/settings.ts, `notificationsPausedUntil`). */
export function pausedUntil(pause: Pause, now: number): number {
  switch (pause) {
    case 'pauseHalfHour':
      return now + 30 * MINUTE;
    case 'pauseHour':
      return now + 60 * MINUTE;
    case 'pauseTomorrow':
      return tomorrowMorning(now);
    case 'pauseUntilResumed':
      return -1;
  }
}
