import type { WallTime } from '../../core/notify/quiet-hours.ts';

/** The wall clock of a time zone, whatever zone the test runs in. */
export function zoneWall(timeZone: string): WallTime {
  const format = new Intl.DateTimeFormat('en', { timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' });
  const known = new Map<number, number>();
  return (at) => {
    const minute = Math.floor(at / 60_000) * 60_000;
    let shown = known.get(minute);
    if (shown === undefined) {
      const parts = Object.fromEntries(format.formatToParts(minute).map(({ type, value }) => [type, Number(value)]));
      shown = Date.UTC(parts.year ?? 0, (parts.month ?? 1) - 1, parts.day, parts.hour, parts.minute);
      known.set(minute, shown);
    }
    return shown + (at - minute);
  };
}
