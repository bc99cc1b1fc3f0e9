import type { QueueEntity } from '../../contract/entity.ts';
import type { PendingEvent } from '../store/store.ts';

/** Item toasts that may appear in any {@link FLOOD_WINDOW_MS}. */
export const FLOOD_LIMIT = 5;
/** Length of the flood rule's rolling window, in milliseconds. */
export const FLOOD_WINDOW_MS = 60_000;
/** Being without a complete pass for longer than this is "away", in milliseconds. */
export const AWAY_MS = 10 * 60_000;

/** What the policy looks at besides the events. Times are epoch ms. */
export interface PolicyContext {
  readonly now: number;
  /** 0 = not paused, -1 = until resumed, else the end of the pause. */
  readonly pausedUntil: number;
  /** How long nothing could be seen before these events, in milliseconds. */
  readonly awayMs: number;
  /** These events happened while nobody looked, however long that was: before a start, asleep, offline, in a block. */
  readonly returned: boolean;
  /** When recent item toasts were claimed. */
  readonly toastTimes: readonly number[];
  /** A summary is being collected: everything joins it. */
  readonly collecting: boolean;
}

/** What to do with events. Each event of the input is in exactly one part. */
export interface Plan {
  /** Not worth a toast: deletions, and what the person was just looking at. */
  readonly quiet: readonly PendingEvent[];
  readonly paused: readonly PendingEvent[];
  /** One toast each; the events of one item stay together. */
  readonly toasts: readonly (readonly PendingEvent[])[];
  readonly summary: { readonly events: readonly PendingEvent[]; readonly reason: 'flood' | 'away' } | null;
}

/** Whether toasts are paused; `pausedUntil` as in contract/settings.ts. */
export function isPaused(pausedUntil: number, now: number): boolean {
  return pausedUntil === -1 || pausedUntil > now;
}

/** Only what came by itself is told: an item that was opened or looked up is on the screen already. */
function isWorthTelling(event: PendingEvent): boolean {
  return event.kind !== 'deleted' && (event.source === 'poll' || event.source === 'hint');
}

/** Events by item, in the order of each item's first event. */
function byItem(events: readonly PendingEvent[]): PendingEvent[][] {
  const groups = new Map<string, PendingEvent[]>();
  for (const event of events) {
    const key = `${event.entity}:${event.id}`;
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  }
  return [...groups.values()];
}

/**
 * Toasts that still fit the window. Both ends of the window count. Times from a future that a corrected clock
 * took back do not, or they would silence the app until it comes again.
 */
function allowance(toastTimes: readonly number[], now: number): number {
  const recent = toastTimes.filter((time) => Math.abs(now - time) <= FLOOD_WINDOW_MS).length;
  return Math.max(0, FLOOD_LIMIT - recent);
}

/**
 * Decides what becomes of events, purely. New and changed tickets and tasks are told one by one while they are few;
 * beyond {@link FLOOD_LIMIT} in a minute, or after an absence, the rest is told as one count.
 */
export function decide(events: readonly PendingEvent[], context: PolicyContext): Plan {
  const quiet = events.filter((event) => !isWorthTelling(event));
  const telling = events.filter(isWorthTelling);
  if (isPaused(context.pausedUntil, context.now)) return { quiet, paused: telling, toasts: [], summary: null };

  const items = byItem(telling);
  const away = (context.returned || context.awayMs > AWAY_MS) && items.length > 1;
  const fitting = away || context.collecting ? 0 : allowance(context.toastTimes, context.now);
  const rest = items.slice(fitting).flat();
  return {
    quiet,
    paused: [],
    toasts: items.slice(0, fitting),
    summary: rest.length === 0 ? null : { events: rest, reason: away ? 'away' : 'flood' },
  };
}

/** How many different items events speak of. */
export function countItems(events: readonly PendingEvent[]): Record<QueueEntity, number> {
  const ids = { ticket: new Set<string>(), task: new Set<string>() };
  for (const event of events) ids[event.entity].add(event.id);
  return { ticket: ids.ticket.size, task: ids.task.size };
}
