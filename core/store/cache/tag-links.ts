import type { Entity } from '../../../contract/entity.ts';
import type { Database } from '../driver/port.ts';

/** Keeps who wears which tag: replaces the links of one owner. */
export function linkTags(db: Database, owner: { entity: Entity; id: string }, tagEntity: 'ticketTag' | 'consumerTag', tagIds: readonly string[]): void {
  db.run('DELETE FROM tag_link WHERE owner_entity = ? AND owner_id = ?', owner.entity, owner.id);
  for (const tagId of new Set(tagIds)) {
    db.run('INSERT OR IGNORE INTO tag_link (tag_entity, tag_id, owner_entity, owner_id) VALUES (?, ?, ?, ?)', tagEntity, tagId, owner.entity, owner.id);
  }
}
