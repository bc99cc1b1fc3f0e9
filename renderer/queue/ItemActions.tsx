import { createContext, use, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../contract/models/views.ts';
import { useCall } from '../bridge/BridgeContext.tsx';
import { appErrorOf } from '../bridge/client.ts';
import { useFollow, useSnooze } from '../bridge/item-mutations.ts';
import { useMarkRead } from '../bridge/mutations.ts';
import { useFormats, useNow } from '../format/FormatProvider.tsx';
import { useErrorWords } from '../format/useErrorWords.ts';
import { useSay } from '../status/Toaster.tsx';
import { SnoozeDialog } from './SnoozeDialog.tsx';

/** What can be done to an item, from its row, its details, by key and by palette alike. */
export interface ItemActions {
  readonly toggleUnread: (row: QueueRow) => void;
  readonly toggleFollow: (row: QueueRow) => void;
  /** Asks until when. */
  readonly snooze: (row: QueueRow) => void;
  readonly wake: (row: QueueRow) => void;
  readonly copy: (row: QueueRow, what: 'number' | 'link') => void;
  readonly browse: (row: QueueRow) => void;
  /** Shows in the ledger what was told of the item. */
  readonly why: (row: QueueRow) => void;
}

const ItemActionsContext = createContext<ItemActions | null>(null);

/** See {@link ItemActions}. */
export function useItemActions(): ItemActions {
  const actions = use(ItemActionsContext);
  if (!actions) throw new Error('ItemActionsProvider is missing');
  return actions;
}

/** Carries {@link ItemActions} out, and says what came of them. */
export function ItemActionsProvider({ onWhy, children }: { onWhy: (row: QueueRow) => void; children: ReactNode }) {
  const { t } = useTranslation();
  const call = useCall();
  const say = useSay();
  const formats = useFormats();
  const now = useNow();
  const errorWords = useErrorWords();
  const { mutate: markRead } = useMarkRead();
  const { mutate: follow } = useFollow();
  const { mutate: snooze } = useSnooze();
  const [snoozing, setSnoozing] = useState<QueueRow | null>(null);
  const failed = (error: unknown) => {
    const { what, next } = errorWords(appErrorOf(error));
    say({ text: `${what} ${next}` });
  };
  const setSnooze = (row: QueueRow, until: number | null, orChange: boolean) => snooze({ entity: row.entity, ids: [row.id], until, orChange }, { onError: failed });
  const wake = (row: QueueRow) => {
    setSnooze(row, null, true);
    say({ text: t('screens.snooze.woken') });
  };
  const actions: ItemActions = {
    toggleUnread: ({ entity, id, unread }) => markRead({ entity, ids: [id], read: unread }, { onError: failed }),
    toggleFollow: ({ entity, id, followed }) => {
      follow({ entity, id, follow: !followed }, { onError: failed });
      say({ text: t(followed ? 'screens.say.unfollowed' : 'screens.say.followed') });
    },
    snooze: setSnoozing,
    wake,
    copy: ({ entity, id }, what) => void call('item.copy', { entity, id, what }).then(({ copied }) => say({ text: what === 'number' && copied === 'number' ? t('screens.say.numberCopied') : t(`screens.lookup.copied.${copied}`) }), failed),
    browse: ({ entity, id }) => void call('item.browse', { entity, id }).then(({ opened }) => (opened ? undefined : say({ text: t('screens.lookup.noAddress') })), failed),
    why: onWhy,
  };
  return (
    <ItemActionsContext value={actions}>
      {children}
      {snoozing ? (
        <SnoozeDialog
          row={snoozing}
          now={now}
          onClose={() => setSnoozing(null)}
          onWake={() => {
            setSnoozing(null);
            wake(snoozing);
          }}
          onSnooze={(until, orChange) => {
            setSnoozing(null);
            setSnooze(snoozing, until, orChange);
            const before = snoozing.snoozedUntil;
            const undo = () => {
              setSnooze(snoozing, before, orChange);
              say({ text: before === null ? t('screens.snooze.woken') : t('screens.snooze.done', { time: formats.moment(before, now) }) });
            };
            say({ text: t('screens.snooze.done', { time: formats.moment(until, now) }), undo });
          }}
        />
      ) : null}
    </ItemActionsContext>
  );
}
