import { useTranslation } from 'react-i18next';
import type { QueueEntity } from '../../contract/entity.ts';
import type { QueueFilter } from '../../contract/models/filter.ts';
import { appErrorOf } from '../bridge/client.ts';
import { useMarkFilterRead, useUndoRead } from '../bridge/item-mutations.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { useCommandHandlers } from '../palette/CommandProvider.tsx';
import { useSay } from '../status/Toaster.tsx';
import { cleared, isNarrowed } from './filters.ts';

/** Marks as read what the filter shows, nothing else; for a while that can be taken back. */
export function useReadAll(entity: QueueEntity, filter: QueueFilter): () => void {
  const { t } = useTranslation();
  const say = useSay();
  const errorWords = useErrorWords();
  const { mutate: markAll } = useMarkFilterRead();
  const { mutate: undoRead } = useUndoRead();
  const failed = (error: unknown) => {
    const { what, next } = errorWords(appErrorOf(error));
    say({ text: `${what} ${next}` });
  };
  return () => markAll({ entity, filter }, {
    onError: failed,
    onSuccess: ({ marked, batch }) => {
      if (batch === null) say({ text: t('screens.say.nothingUnread') });
      else say({ text: t('screens.say.markedRead', { count: marked }), undo: () => undoRead({ batch, entity }, { onError: failed, onSuccess: ({ restored }) => say({ text: t('screens.say.unreadAgain', { count: restored }) }) }) });
    },
  });
}

/** Carries out what concerns a queue's filter as a whole. */
export function useQueueCommands(entity: QueueEntity, filter: QueueFilter, does: { readonly onFilter: (filter: QueueFilter) => void; readonly onSearch: () => void; readonly onSave: () => void }): void {
  const readAll = useReadAll(entity, filter);
  const unread = filter.only === 'unread';
  useCommandHandlers({
    readAll,
    search: does.onSearch,
    unreadOnly: () => does.onFilter({ ...filter, only: unread ? null : 'unread' }),
    clear: isNarrowed(filter) ? () => does.onFilter(cleared(filter)) : null,
    saveView: does.onSave,
  });
}
