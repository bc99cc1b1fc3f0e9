/** Ways to pause notifications that the tray offers. */
export const PAUSES = ['pauseHalfHour', 'pauseHour', 'pauseTomorrow', 'pauseUntilResumed'] as const;
/** One of {@link PAUSES}. */
export type Pause = (typeof PAUSES)[number];

const MINUTE = 60_000;

/** The next local midnight; setting the day rather than adding 24 hours keeps it right when the clocks change. */
function tomorrow(now: number): number {
  const date = new Date(now);
  date.setHours(24, 0, 0, 0);
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
      return tomorrow(now);
    case 'pauseUntilResumed':
      return -1;
  }
}
