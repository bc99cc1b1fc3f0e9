import type { ChangeEvent } from '../../simulator/event-log.ts';
import type { ShownNotification } from '../../test/support/desktop/notification-service.ts';

/** A change at the simulator and the notification that told it. */
export interface Told {
  readonly event: ChangeEvent;
  readonly notification: ShownNotification;
  /** From the change to the notification service, waiting included. */
  readonly ms: number;
  readonly how: 'toast' | 'summary';
}

/** Whether a notification names an item by its number: `#1042`, or a number that is not plain digits as it is. */
function names(notification: ShownNotification, number: string): boolean {
  const text = `${notification.summary} ${notification.body}`;
  const escaped = number.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const before = /^\d+$/.test(number) ? '#' : '(?<![\\p{L}\\p{N}])';
  return new RegExp(`${before}${escaped}(?![\\p{L}\\p{N}])`, 'u').test(text);
}

/**
 * Pairs each change with the first notification after it that names the item, else with the first later one that names
 * none (a summary). What stays out is still waiting.
 */
export function pairTold(events: readonly ChangeEvent[], notifications: readonly ShownNotification[]): { told: Told[]; waiting: ChangeEvent[] } {
  const told: Told[] = [];
  const waiting: ChangeEvent[] = [];
  const itemToasts = notifications.filter((n) => events.some((e) => e.number !== null && names(n, e.number)));
  const summaries = notifications.filter((n) => !itemToasts.includes(n));
  for (const event of events) {
    const later = (n: ShownNotification): boolean => n.at >= Math.floor(event.at);
    const toast = itemToasts.find((n) => later(n) && event.number !== null && names(n, event.number));
    const summary = summaries.find(later);
    const notification = toast ?? summary;
    if (notification) told.push({ event, notification, ms: Math.max(0, notification.at - event.at), how: toast ? 'toast' : 'summary' });
    else waiting.push(event);
  }
  return { told, waiting };
}
