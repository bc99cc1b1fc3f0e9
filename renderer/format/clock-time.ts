/** A time of day as people type it, `8`, `800`, `8:00`, `18h30`, `18.30`, as `HH:MM`; null when it is none. */
export function clockTime(text: string): string | null {
  const [, hours, minutes] = /^(\d{1,2})(?:[:.h\s]?(\d{2}))?h?$/i.exec(text.trim()) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes ?? 0) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes ?? '00'}`;
}
