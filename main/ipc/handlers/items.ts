import { ok } from '../../../contract/result.ts';
import type { ItemActions } from '../../desktop/item-actions.ts';
import type { HandlersOf } from '../handlers.ts';

/** Copies numbers and addresses of items, and opens them in Cxpress. */
export function itemHandlers(actions: ItemActions): HandlersOf<'item.copy' | 'item.browse'> {
  return {
    'item.copy': async ({ entity, id, what }) => ok({ copied: await actions.copy(entity, id, what) }),
    'item.browse': async ({ entity, id }) => ok({ opened: await actions.browse(entity, id) }),
  };
}
