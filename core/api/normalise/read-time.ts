/** Times outside these years are mistakes, not facts. */
const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:[.,](\d+))?\s*(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$/i;

/** False for a 30 February, which a date parser takes for 2 March. */
function isCalendarDay(day: string): boolean {
  const parsed = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(day);
}

function fromText(text: string): number | null {
  const trimmed = text.trim();
  if (/^\d{9,19}$/.test(trimmed)) return fromNumber(Number(trimmed));
  const match = ISO.exec(trimmed);
  if (!match) return null;
  const [, date = '', time = '00:00', fraction = '', zone = 'Z'] = match;
  if (!isCalendarDay(date)) return null;
  const seconds = time.length === 5 ? `${time}:00` : time;
  const offset = /^z$/i.test(zone) ? 'Z' : zone.length === 3 ? `${zone}:00` : zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
  const parsed = Date.parse(`${date}T${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}${offset}`);
  return Number.isNaN(parsed) ? null : parsed;
}

/** Seconds, milliseconds, microseconds or nanoseconds since the epoch, told apart by their size. */
function fromNumber(value: number): number | null {
  if (!Number.isFinite(value) || value < 1e8) return null;
  if (value < 1e11) return Math.round(value * 1000);
  if (value < 1e14) return Math.round(value);
  return Math.round(value < 1e17 ? value / 1e3 : value / 1e6);
}

/**
 * A time in epoch ms. Text without a zone is UTC: the documented webhook example lost its final `Z` in transcription,
 * and nothing else says otherwise. Absent, unreadable or absurd times are null.
 */
export function readTime(value: unknown): number | null {
  const time = typeof value === 'string' ? fromText(value) : typeof value === 'number' ? fromNumber(value) : null;
  return time !== null && time >= EARLIEST && time < LATEST ? time : null;
}
