import { QUEUE_ENTITIES } from '../../contract/entity.ts';
import type { QueueEntity } from '../../contract/entity.ts';
import { LINK_SCHEME } from '../identity.ts';

/** An item that a link names. */
export interface ItemLink {
  readonly entity: QueueEntity;
  readonly id: string;
}

const FORM = new RegExp(`^${LINK_SCHEME}://(${QUEUE_ENTITIES.join('|')})/([A-Za-z0-9_-]{1,64})/?$`);

/** Reads `cxpress-tray://ticket/<id>` or `…://task/<id>`; null for anything else. A link can show an item and nothing more. */
export function parseItemLink(text: string): ItemLink | null {
  const match = FORM.exec(text);
  return match ? { entity: match[1] as QueueEntity, id: match[2] ?? '' } : null;
}
