import type { Entity, QueueEntity } from '../../../contract/entity.ts';
import type { Database } from '../driver/port.ts';
import { facetNumber } from './facet-numbers.ts';

/** Keeps who wears which tag: replaces the links of one owner. */
export function linkTags(db: Database, owner: { entity: Entity; id: string }, tagEntity: 'ticketTag' | 'consumerTag', tagIds: readonly string[]): void {
  db.run('DELETE FROM tag_link WHERE owner_entity = ? AND owner_id = ?', owner.entity, owner.id);
  for (const tagId of new Set(tagIds)) {
    db.run('INSERT OR IGNORE INTO tag_link (tag_entity, tag_id, owner_entity, owner_id) VALUES (?, ?, ?, ?)', tagEntity, tagId, owner.entity, owner.id);
  }
}

/** Keeps which items in queues wear a tag, by their key, so that a filter compares numbers. `before` may hold what is not kept. */
export function wearTags(db: Database, { entity, key }: { entity: QueueEntity; key: number }, before: readonly string[], after: readonly string[]): void {
  for (const tagId of new Set(before)) if (!after.includes(tagId)) db.run('DELETE FROM item_tag WHERE entity = ? AND tag_no = ? AND item = ?', entity, facetNumber(db, 'tag', tagId), key);
  for (const tagId of new Set(after)) db.run('INSERT OR IGNORE INTO item_tag (entity, tag_no, item) VALUES (?, ?, ?)', entity, facetNumber(db, 'tag', tagId), key);
}
