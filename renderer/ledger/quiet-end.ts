import type { QuietHours } from '../../contract/rules.ts';

/** When the quiet hours that a moment (epoch ms) lies in end, by the hours as they are set now; null when it lies in none of them. */
export function quietEnd({ days }: QuietHours, at: number): number | null {
  const ends = [-1, 0].flatMap((offset) => {
    const day = new Date(at);
    day.setDate(day.getDate() + offset);
    const span = days[day.getDay()];
    if (!span) return [];
    const on = (clock: string, later: number) => new Date(day.getFullYear(), day.getMonth(), day.getDate() + later, Number(clock.slice(0, 2)), Number(clock.slice(3))).getTime();
    const end = on(span.to, span.to > span.from ? 0 : 1);
    return on(span.from, 0) <= at && at < end ? [end] : [];
  });
  return ends.length === 0 ? null : Math.max(...ends);
}
