import { useEffect, useRef } from 'react';
import type { QueueEntity } from '../../contract/entity.ts';
import type { ItemDetail } from '../../contract/models/views.ts';
import { useMarkRead } from '../bridge/mutations.ts';
import { newestEntry } from './newest-entry.ts';

/** Marks the open item read again when it changed before the person's eyes. One that was marked unread by hand stays so until it changes. */
export function useReadAgain(entity: QueueEntity, item: ItemDetail | undefined): void {
  const { mutate: markRead } = useMarkRead();
  const seen = useRef<{ id: string; version: string } | null>(null);
  useEffect(() => {
    if (!item) return;
    const { id, unread, updatedAt } = item.row;
    const version = `${updatedAt} ${newestEntry(item)?.seq}`;
    const changed = seen.current?.id === id && seen.current.version !== version;
    seen.current = { id, version };
    if (changed && unread && document.hasFocus()) markRead({ entity, ids: [id], read: true });
  }, [entity, item, markRead]);
}
