import type { QueueEntity } from '../../contract/entity.ts';
import type { ApiProfile } from '../../contract/profile/schema.ts';
import type { Store } from '../../core/store/store.ts';
import { itemWebLink } from './item-web-link.ts';

/** What leads from an item to the clipboard and the browser. */
export interface ItemActions {
  /** The address in Cxpress (the number when the profile knows none), or the number. Tells which it was. */
  copy(entity: QueueEntity, id: string, what: 'number' | 'link'): Promise<'link' | 'number' | 'nothing'>;
  /** False when the profile knows no address, or the item is not stored. */
  browse(entity: QueueEntity, id: string): Promise<boolean>;
}

/** What the actions need. */
export interface ItemActionsNeeds {
  readonly store: Pick<Store, 'record'>;
  readonly profile: () => Pick<ApiProfile, 'webLinks'>;
  /** Puts text on the clipboard. */
  readonly writeClipboard: (text: string) => Promise<void>;
  /** Opens an address that {@link itemWebLink} made. */
  readonly openLink: (link: string) => void;
}

/** Makes the {@link ItemActions}; queue, detail and lookup share them. */
export function createItemActions({ store, profile, writeClipboard, openLink }: ItemActionsNeeds): ItemActions {
  const look = async (entity: QueueEntity, id: string): Promise<{ number: string | null; link: string | null }> => {
    const record = await store.record(entity, id);
    return record === null ? { number: null, link: null } : { number: record.number, link: itemWebLink(profile().webLinks?.[entity] ?? null, record) };
  };
  return {
    async copy(entity, id, what) {
      const { number, link } = await look(entity, id);
      const text = (what === 'link' ? link : null) ?? number;
      if (text === null) return 'nothing';
      await writeClipboard(text);
      return text === link ? 'link' : 'number';
    },
    async browse(entity, id) {
      const { link } = await look(entity, id);
      if (link === null) return false;
      openLink(link);
      return true;
    },
  };
}
