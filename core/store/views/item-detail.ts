import type { QueueEntity } from '../../../contract/entity.ts';
import type { ConsumerRecord, CustomFieldValues, TicketRecord } from '../../../contract/models/records.ts';
import type { ConsumerView, HistoryEntry, ItemDetail } from '../../../contract/models/views.ts';
import type { ItemRecord } from '../cache/difference.ts';
import { readItem } from '../cache/items.ts';
import type { Database } from '../driver/port.ts';
import { eventsOf } from '../ledger/events.ts';
import { fieldChange, valueText } from './field-changes.ts';
import { nameBook } from './name-book.ts';
import type { NameBook } from './name-book.ts';
import { queueRow } from './queue-rows.ts';

/** Most changes and most tasks shown of one item. */
const SHOWN = 200;
/** Most other items of a consumer. */
const OTHERS_SHOWN = 10;

/**
 * Everything the detail pane shows, names resolved, history newest first. A deleted or gone item keeps its detail: a
 * toast may still lead to it, and `gone` says why it is in no queue. Null when it was never stored.
 */
export function itemDetail(db: Database, entity: QueueEntity, id: string): Omit<ItemDetail, 'hasLink'> | null {
  const names = nameBook(db);
  const stored = readItem(db, entity, id);
  const row = queueRow(db, names, entity, id);
  if (stored === undefined || row === null) return null;
  const record = JSON.parse(stored.data) as ItemRecord;
  const isTicket = 'subject' in record;
  return {
    row,
    description: record.description,
    channel: isTicket ? record.channel : null,
    consumer: consumerView(db, names, names.consumer(record.consumerId), stored.key),
    customFields: isTicket ? customFields(record.customFields, names) : [],
    ticket: isTicket ? null : ticketOf(db, record.ticketId),
    tasks: isTicket ? tasksOf(db, record) : [],
    history: history(db, names, entity, id),
    gone: stored.deletedAt === null ? stored.gone : 'deleted',
  };
}

function consumerView(db: Database, names: NameBook, consumer: ConsumerRecord | null, shownKey: number): ConsumerView | null {
  if (consumer === null) return null;
  const { id, name, email, phone, document } = consumer;
  return { id, others: othersOf(db, id, shownKey), name, email, phone, document, tags: names.tags('consumerTag', consumer.tagIds), customFields: customFields(consumer.customFields, names) };
}

function customFields(values: CustomFieldValues, names: NameBook): ItemDetail['customFields'] {
  return Object.entries(values).flatMap(([id, value]) => {
    const text = valueText(value);
    return text === null || text === '' ? [] : [{ id, name: names.name('customField', id) ?? id, value: text, type: names.fieldType(id) }];
  });
}

function othersOf(db: Database, consumerId: string, shownKey: number): ConsumerView['others'] {
  const rest = 'FROM item INDEXED BY item_consumer WHERE consumer_id = ? AND deleted_at IS NULL AND gone IS NULL AND key <> ?';
  const items = db.all<ConsumerView['others']['items'][number]>(
    `SELECT entity, id, number, title, status, updated_at AS updatedAt ${rest} ORDER BY doc DESC LIMIT ?`, consumerId, shownKey, OTHERS_SHOWN,
  );
  const total = db.get<{ n: number }>(`SELECT count(*) AS n ${rest}`, consumerId, shownKey)?.n ?? 0;
  return { items, more: total - items.length };
}

function ticketOf(db: Database, ticketId: string | null): ItemDetail['ticket'] {
  if (ticketId === null) return null;
  const sql = `SELECT id, number, title FROM item WHERE entity = 'ticket' AND id = ? AND deleted_at IS NULL AND gone IS NULL`;
  return db.get<{ id: string; number: string | null; title: string }>(sql, ticketId) ?? null;
}

function tasksOf(db: Database, ticket: TicketRecord): ItemDetail['tasks'] {
  const sql = `SELECT id, title, status, due_at AS dueAt FROM item WHERE ticket_id = ? AND entity = 'task' AND deleted_at IS NULL AND gone IS NULL ORDER BY doc DESC LIMIT ?`;
  return db.all<ItemDetail['tasks'][number]>(sql, ticket.id, SHOWN);
}

function history(db: Database, names: NameBook, entity: QueueEntity, id: string): HistoryEntry[] {
  return eventsOf(db, entity, id, SHOWN).map(({ seq, kind, at, seenAt, source, changes }) => ({
    seq, kind, at, seenAt, source, changes: changes.map((change) => fieldChange(change, names)),
  }));
}
