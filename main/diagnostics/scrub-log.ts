import { redactData } from '../log/redact.ts';

/** Words that the app itself writes: one, not begun like a name, with no digit in it and no dot as hosts have. */
const WORD = /^[a-z][A-Za-z_-]{0,39}$|^[A-Z_]{4,40}$/;
/** Events and calls: `sync.failed`. */
const DOTTED = /^[a-z][A-Za-z]{0,29}\.[a-z][A-Za-z]{0,39}$/;
/** Names under which the log keeps those. */
const OWN_DOTTED: ReadonlySet<string> = new Set(['event', 'call']);
/** Names under which the log keeps such words. Under any other name a text may be anybody's. */
const OWN_WORDS: ReadonlySet<string> = new Set(['code', 'state', 'entity', 'via', 'outcome', 'level', 'platform', 'fault', 'check', 'backend', 'phase', 'lane', 'greeted']);
/** Codes of systems and libraries that tell what failed. */
const ERROR_CODES = /\b(?:net::)?(?:ERR_[A-Z_]+|SQLITE_[A-Z_]+|E[A-Z]{3,})\b/g;
const VERSION = /^\d{1,3}(?:\.\d{1,4}){1,3}$/;
/** Where the app's own code was, without the folders it lies in. */
const FRAME = /([A-Za-z0-9_-]{1,60}\.(?:c|m)?[jt]s:\d+)(?::\d+)?\)?$/;
/** Larger numbers could be somebody's; times have a field of their own. */
const LARGEST_NUMBER = 9_999_999;
const MAX_DEPTH = 5;
const TEXT = '[text]';

function scrubText(key: string, text: string): string {
  if (key === 'version' || key === 'electron') return VERSION.test(text) ? text : TEXT;
  if (OWN_DOTTED.has(key)) return DOTTED.test(text) ? text : TEXT;
  if (OWN_WORDS.has(key)) return WORD.test(text) ? text : TEXT;
  const codes = text.match(ERROR_CODES);
  return codes ? codes.slice(0, 3).join(' ') : TEXT;
}

function scrubEntry(key: string, value: unknown, depth: number): unknown {
  if (key === 'at' && Array.isArray(value)) return value.map((frame) => FRAME.exec(String(frame))?.[1] ?? TEXT);
  return scrub(key, value, depth);
}

function scrub(key: string, value: unknown, depth: number): unknown {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Math.abs(value) <= LARGEST_NUMBER ? value : '[number]';
  if (typeof value === 'string') return scrubText(key, value);
  if (typeof value !== 'object' || depth >= MAX_DEPTH) return '[deep]';
  if (Array.isArray(value)) return value.map((one) => scrub(key, one, depth + 1));
  // A name that is no word of ours may be data as well.
  return Object.fromEntries(Object.entries(value).filter(([name]) => WORD.test(name)).map(([name, one]) => [name, scrubEntry(name, one, depth + 1)]));
}

/**
 * A line of the log for somebody else's eyes: its time, its event, numbers, and words that can only be the app's own. The log
 * is written without secrets already; here texts go too, since an error of a library may quote what it choked on.
 */
export function scrubLogLine(line: string): unknown {
  try {
    const parsed: unknown = JSON.parse(line);
    if (typeof parsed !== 'object' || parsed === null) return TEXT;
    const { at, level, event, data } = parsed as Record<string, unknown>;
    const time = typeof at === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) ? at : TEXT;
    const redacted = data === undefined || data === null ? {} : { data: scrub('data', redactData(data as Record<string, unknown>), 0) };
    return { at: time, level: scrub('level', level ?? null, 0), event: scrub('event', event ?? null, 0), ...redacted };
  } catch {
    return TEXT;
  }
}
