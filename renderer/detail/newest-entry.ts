import type { ItemDetail } from '../../contract/models/views.ts';

/** The newest entry of an item's history; null when nothing was seen yet. */
export function newestEntry({ history }: Pick<ItemDetail, 'history'>): ItemDetail['history'][number] | null {
  return history.reduce<ItemDetail['history'][number] | null>((newest, entry) => (newest && newest.seq > entry.seq ? newest : entry), null);
}
