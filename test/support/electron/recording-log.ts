import type { Logger } from '../../../core/log.ts';

/** A logger that keeps what it was told. */
export interface RecordingLog extends Logger {
  readonly lines: readonly { readonly level: string; readonly event: string; readonly data: unknown }[];
  /** Everything as one text, to search for what must not be in it. */
  text(): string;
}

/** Makes a {@link RecordingLog}. */
export function recordingLog(): RecordingLog {
  const lines: { level: string; event: string; data: unknown }[] = [];
  const at = (level: string) => (event: string, data?: unknown) => void lines.push({ level, event, data });
  return { lines, text: () => JSON.stringify(lines), info: at('info'), warn: at('warn'), error: at('error') };
}
