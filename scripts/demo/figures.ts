/** What `--report` writes. Every figure is measured by the simulator or read from the running app. */
export interface DemoReport {
  electron: string;
  fallbackRuntime: boolean;
  /** Backend that seals secrets, as the app sees it. */
  secureStorage: string;
  firstSync: { tickets: number; tasks: number; consumers: number; departments: number; requests: number; ms: number } | null;
  live: {
    /** Changes of tickets and tasks at the simulator. */
    events: number;
    /** Received by the notification service. */
    notificationsShown: number;
    /** Received by the app's webhook listener. */
    hints: number;
    /** List requests at the simulator. */
    polls: number;
    /** Events that a notification told, by itself or in a summary. */
    told: number;
    /** Events that waited for the next summary when the demo ended; they are not in the percentiles. */
    waiting: number;
    eventToNotificationMs: { p50: number | null; p95: number | null };
  };
  rate: { maxInAny60s: number; limit: number };
  screenshots: string[];
}

/** The value at or below which `share` of the values lie (nearest rank), rounded; null without values. */
export function percentile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.min(sorted.length, Math.max(1, Math.ceil(share * sorted.length)));
  return Math.round(sorted[rank - 1] ?? 0);
}
