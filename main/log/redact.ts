/** Keys whose text is never written, whatever it looks like. */
const SECRET_KEY = /token|secret|password|passphrase|authorization|cookie/i;
/** Texts that look like credentials or like a person's data, wherever they stand. */
const PATTERNS: readonly RegExp[] = [
  /\b(?:Bearer|Basic)\s+\S+/gi,
  /\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g,
  /[^\s@<>"'(]+@[^\s@<>"')]+/g,
  // A long opaque run, unless it is the name of an error as Chromium and SQLite spell it.
  /(?<![A-Za-z0-9_\-+=~])(?!(?:ERR|SQLITE)_[A-Z_]+(?![A-Za-z0-9_\-+=~]))[A-Za-z0-9_\-+=~]{24,}/g,
  /\+?\d[\d\s().-]{7,}\d/g,
];
const REDACTED = '[redacted]';
const MAX_TEXT = 600;
const MAX_DEPTH = 4;
const MAX_ENTRIES = 40;
const STACK_FRAMES = 6;

/** A text without credentials, mail addresses, telephone numbers and other long opaque runs; cut to a bounded length first. */
export function redactText(text: string): string {
  const cut = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
  return PATTERNS.reduce((rest, pattern) => rest.replace(pattern, REDACTED), cut);
}

/** Only where the error came from: the message stands apart and is redacted as text. */
function frames(error: Error): string[] {
  return (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, STACK_FRAMES).map((line) => line.trim());
}

function redactError(error: Error, depth: number): Record<string, unknown> {
  const code = (error as { code?: unknown }).code;
  return {
    name: error.name,
    message: redactText(error.message),
    ...(typeof code === 'string' ? { code } : {}),
    at: frames(error),
    ...(error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) }),
  };
}

function redactEntries(value: object, depth: number): Record<string, unknown> {
  const entries = Object.entries(value).slice(0, MAX_ENTRIES);
  return Object.fromEntries(entries.map(([key, inner]) => [key, SECRET_KEY.test(key) && typeof inner !== 'number' && typeof inner !== 'boolean' ? REDACTED : redact(inner, depth + 1)]));
}

function redact(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object') return `[${typeof value}]`;
  if (depth >= MAX_DEPTH) return '[deep]';
  if (value instanceof Error) return redactError(value, depth);
  if (Array.isArray(value)) return value.slice(0, MAX_ENTRIES).map((item) => redact(item, depth + 1));
  if (ArrayBuffer.isView(value) || value instanceof Map || value instanceof Set) return '[object]';
  if (typeof (value as { toJSON?: unknown }).toJSON === 'function') return redact((value as { toJSON(): unknown }).toJSON(), depth + 1);
  return redactEntries(value, depth);
}

/** Plain data that may be written to the log. Never throws: what cannot be read becomes a placeholder. */
export function redactData(data: Readonly<Record<string, unknown>>): unknown {
  try {
    return redact(data, 0);
  } catch {
    return '[unreadable]';
  }
}
