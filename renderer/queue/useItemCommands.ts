import { useQueryClient } from '@tanstack/react-query';
import type { QueueEntity } from '../../contract/entity.ts';
import type { ItemDetail, QueueRow } from '../../contract/models/views.ts';
import { keys } from '../bridge/keys.ts';
import { useCommandHandlers } from '../palette/CommandProvider.tsx';
import { useItemActions } from './ItemActions.tsx';

/** Carries out what concerns one item: the open one while the focus is in its details or no row is under the cursor, else the row under the cursor. */
export function useItemCommands(entity: QueueEntity, openId: string | null, cursorRow: QueueRow | null): void {
  const actions = useItemActions();
  const queries = useQueryClient();
  const openItem = () => (openId === null ? null : (queries.getQueryData<ItemDetail>(keys.item(entity, openId)) ?? null));
  const inDetails = () => document.activeElement?.closest('[data-details]') !== null && document.activeElement !== null;
  const subject = (): QueueRow | null => (inDetails() || cursorRow === null ? (openItem()?.row ?? cursorRow) : cursorRow);
  const on = (act: (row: QueueRow) => void) => (cursorRow === null && openId === null ? null : () => {
    const row = subject();
    if (row) act(row);
  });
  useCommandHandlers({
    toggleUnread: on(actions.toggleUnread),
    follow: on(actions.toggleFollow),
    snooze: on(actions.snooze),
    wake: (cursorRow?.snoozedUntil ?? openItem()?.row.snoozedUntil ?? null) === null ? null : on(actions.wake),
    copyNumber: on((row) => actions.copy(row, 'number')),
    copyLink: on((row) => actions.copy(row, 'link')),
    browse: on(actions.browse),
    why: on(actions.why),
  });
}
