import type { Entity } from '../../../contract/entity.ts';
import type { ConsumerRecord, RecordOf } from '../../../contract/models/records.ts';
import type { TagView } from '../../../contract/models/views.ts';
import type { Database } from '../driver/port.ts';

/** What items speak of: everything but the two queues. */
export type ReferenceEntity = Exclude<Entity, 'ticket' | 'task'>;

interface Entry<E extends ReferenceEntity> {
  readonly name: string;
  readonly gone: boolean;
  readonly record: RecordOf[E];
}

/** Resolves ids to names and records. Remembers what it read, so make one per answer and let it go. */
export interface NameBook {
  /** Null when the server never told about it. A deleted or gone one keeps its name: history speaks of it. */
  name(entity: ReferenceEntity, id: string | null): string | null;
  /** Tags as drawn; unknown, deleted and gone ones are left out. */
  tags(entity: 'ticketTag' | 'consumerTag', ids: readonly string[]): TagView[];
  /** The API's word for a custom field's type; null when it gave none. A deleted field keeps it, as it keeps its name. */
  fieldType(id: string): string | null;
  /** Null when unknown, deleted or gone. */
  consumer(id: string | null): ConsumerRecord | null;
}

/** Makes a {@link NameBook}. */
export function nameBook(db: Database): NameBook {
  const read = new Map<string, Entry<ReferenceEntity> | null>();
  const entry = <E extends ReferenceEntity>(entity: E, id: string): Entry<E> | null => {
    const key = `${entity}/${id}`;
    let found = read.get(key);
    if (found === undefined) {
      const row = db.get<{ name: string; gone: string | null; data: string }>('SELECT name, gone, data FROM reference WHERE entity = ? AND id = ?', entity, id);
      found = row === undefined ? null : { name: row.name, gone: row.gone !== null, record: JSON.parse(row.data) as RecordOf[E] };
      read.set(key, found);
    }
    return found as Entry<E> | null;
  };
  const live = <E extends ReferenceEntity>(entity: E, id: string): RecordOf[E] | null => {
    const known = entry(entity, id);
    return known?.record.deletedAt === null && !known.gone ? known.record : null;
  };
  return {
    name: (entity, id) => (id === null ? null : (entry(entity, id)?.name ?? null)),
    tags: (entity, ids) =>
      [...new Set(ids)].flatMap((id) => {
        const tag = live(entity, id);
        return tag === null ? [] : [{ id, name: tag.name, color: tag.color }];
      }),
    fieldType: (id) => entry('customField', id)?.record.type ?? null,
    consumer: (id) => (id === null ? null : live('consumer', id)),
  };
}
