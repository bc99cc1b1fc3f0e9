import type { Database } from '../driver/port.ts';
import { eventsIn, eventsSince, undecidedEvents, waitedBefore } from '../ledger/events.ts';
import type { StoredEvent } from '../ledger/events.ts';
import { claimedSeqs, standingTargets } from '../ledger/toasts.ts';
import type { PendingEvent, StandingToast } from '../store.ts';
import { fieldChange } from './field-changes.ts';
import { itemFacts } from './item-facts.ts';
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

/** Events stored since then, newest first, decided or not. */
export function recentEvents(db: Database, since: number, limit: number): PendingEvent[] {
  return views(db, eventsSince(db, since, limit));
}

/** Item toasts that may still be on the screen, with their items as they are now. */
export function standingToasts(db: Database, since: number): StandingToast[] {
  const names = nameBook(db);
  return standingTargets(db, since).flatMap(({ toast, entity, id }) => {
    const row = queueRow(db, names, entity, id);
    const facts = itemFacts(db, names, entity, id);
    return row === null || facts === null ? [] : [{ id: toast, entity, itemId: id, row, facts }];
  });
}

function views(db: Database, events: readonly StoredEvent[]): PendingEvent[] {
  const names = nameBook(db);
  const items = new Map<string, Pick<PendingEvent, 'row' | 'facts'> | null>();
  const itemOf = ({ entity, id }: Pick<StoredEvent, 'entity' | 'id'>): Pick<PendingEvent, 'row' | 'facts'> | null => {
    const key = `${entity}/${id}`;
    let item = items.get(key);
    if (item === undefined) {
      const row = queueRow(db, names, entity, id);
      const facts = itemFacts(db, names, entity, id);
      item = row === null || facts === null ? null : { row, facts };
      items.set(key, item);
    }
    return item;
  };
  return events.flatMap(({ at: _at, ...event }) => {
    const item = itemOf(event);
    const before = event.kind === 'waiting' ? waitedBefore(db, event) : null;
    return item === null ? [] : [{ ...event, ...(before === null ? {} : { waitedBefore: before }), changes: event.changes.map((change) => fieldChange(change, names)), ...item }];
  });
}
