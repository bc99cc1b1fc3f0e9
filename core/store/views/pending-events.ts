import type { Database } from '../driver/port.ts';
import { eventsIn, undecidedEvents } from '../ledger/events.ts';
import type { StoredEvent } from '../ledger/events.ts';
import { claimedSeqs } from '../ledger/toasts.ts';
import type { PendingEvent } from '../store.ts';
import { fieldChange } from './field-changes.ts';
import { nameBook } from './name-book.ts';
import { queueRow } from './queue-rows.ts';

/** Undecided events, names resolved, in the order they were stored. */
export function pendingEvents(db: Database, limit: number): PendingEvent[] {
  return views(db, undecidedEvents(db, limit));
}

/** The events of a toast's latest claim, in the order they were stored. */
export function toastEvents(db: Database, id: string): PendingEvent[] {
  return views(db, eventsIn(db, claimedSeqs(db, id)));
}

function views(db: Database, events: readonly StoredEvent[]): PendingEvent[] {
  const names = nameBook(db);
  return events.flatMap(({ at: _at, ...event }) => {
    const row = queueRow(db, names, event.entity, event.id);
    return row === null ? [] : [{ ...event, changes: event.changes.map((change) => fieldChange(change, names)), row }];
  });
}
