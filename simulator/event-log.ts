import type { Entity } from '../contract/entity.ts';
import type { JsonValue } from './world/item.ts';

/** Ways in which a row goes without a trace, and comes back; see mutations.ts. */
export const QUIET_CHANGES = ['erase', 'forbid', 'permit', 'unlist', 'list'] as const;
/** One of {@link QUIET_CHANGES}. */
export type QuietChange = (typeof QUIET_CHANGES)[number];

/** What happened to a row. Everything but a creation is announced as an `update` webhook: only create and update are documented. */
export type EventType = 'create' | 'update' | 'delete' | QuietChange;

/** One field before and after, by record field name. */
export interface FieldDelta {
  readonly from: JsonValue;
  readonly to: JsonValue;
}

/** How the webhook of an event fared. `off`: none was configured for it. */
export type WebhookOutcome = 'off' | 'pending' | 'delivered' | 'failed';

/** A change at the server, as the oracle tells it. */
export interface ChangeEvent {
  /** Counts from 1. */
  readonly seq: number;
  /** Real time of the change, epoch ms: what latencies are measured from. */
  readonly at: number;
  /** Server time of the change, epoch ms: the row's update time unless a script set another. */
  readonly serverAt: number;
  readonly entity: Entity;
  readonly id: string;
  readonly type: EventType;
  /** The number people quote, as text; null for entities without one. */
  readonly number: string | null;
  /** Subject, title or name. */
  readonly title: string;
  readonly changes: Readonly<Record<string, FieldDelta>>;
  readonly webhook: WebhookOutcome;
  /** Real time the webhook was sent, epoch ms; null when there was none. */
  readonly webhookSentAt: number | null;
  /** Milliseconds until its receiver had answered; null when it did not. */
  readonly webhookAckMs: number | null;
}

/** Events oldest first; only the newest are kept in memory. */
export interface EventLog {
  append(event: Omit<ChangeEvent, 'seq' | 'webhook' | 'webhookSentAt' | 'webhookAckMs'>): ChangeEvent;
  /** Notes how the webhook of an event fared. */
  mark(seq: number, webhook: Pick<ChangeEvent, 'webhook' | 'webhookSentAt' | 'webhookAckMs'>): void;
  /** Events with a `seq` above `seq`, at most `limit`. */
  since(seq: number, limit: number): readonly ChangeEvent[];
  /** How many there ever were. */
  total(): number;
}

const KEPT = 100_000;

/** Makes an empty {@link EventLog}. */
export function createEventLog(): EventLog {
  let events: ChangeEvent[] = [];
  let total = 0;
  const indexOf = (seq: number): number => seq - (events[0]?.seq ?? 1);
  return {
    append(event) {
      total += 1;
      const entry: ChangeEvent = { seq: total, ...event, webhook: 'off', webhookSentAt: null, webhookAckMs: null };
      events.push(entry);
      if (events.length > 2 * KEPT) events = events.slice(-KEPT);
      return entry;
    },
    mark(seq, webhook) {
      const index = indexOf(seq);
      const entry = events[index];
      if (entry) events[index] = { ...entry, ...webhook };
    },
    since(seq, limit) {
      const begin = Math.max(0, indexOf(seq + 1));
      return events.slice(begin, begin + limit);
    },
    total: () => total,
  };
}
