import { ArrowLeft, FileQuestionMark, Mail, MailOpen, RotateCw, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { QueueEntity } from '../../contract/entity.ts';
import { appErrorOf } from '../bridge/client.ts';
import { useMarkRead } from '../bridge/mutations.ts';
import { useItem } from '../bridge/queries.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useDelayed } from '../ui/useDelayed.ts';
import { DetailSkeleton } from './DetailSkeleton.tsx';
import { ItemDetail } from './ItemDetail.tsx';
import { useReadAgain } from './useReadAgain.ts';

/** Waits shorter than this keep showing the former item, in milliseconds. */
const SKELETON_AFTER_MS = 150;

/** One ticket or task in full, with what can be done to it. */
export function DetailPane({ entity, id, onOpen, onClose }: { entity: QueueEntity; id: string; onOpen: (entity: QueueEntity, id: string) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const item = useItem(entity, id);
  const { mutate: markRead } = useMarkRead();
  const errorWords = useErrorWords();
  const slow = useDelayed(item.isPending || item.isPlaceholderData, SKELETON_AFTER_MS);
  useReadAgain(entity, item.isPlaceholderData ? undefined : item.data);
  const unread = item.data?.row.unread ?? false;
  const gone = item.data !== undefined && item.data.gone !== null;
  const words = item.isError ? errorWords(appErrorOf(item.error)) : null;
  return (
    <section aria-label={t('screens.detail.label')} className="flex h-full flex-col">
      <header className="flex min-h-12 shrink-0 items-center gap-1 border-b border-line px-3">
        <span className="pair:hidden"><IconButton icon={ArrowLeft} label={t('screens.detail.back')} onClick={onClose} /></span>
        <div className="flex-1" />
        {gone && !unread ? null : <Button look="ghost" size="small" blocked={!item.data || item.isPlaceholderData} onClick={() => markRead({ entity, ids: [id], read: unread })}>
          {unread ? <MailOpen className="size-4" aria-hidden /> : <Mail className="size-4" aria-hidden />}
          {unread ? t('screens.detail.markRead') : t('screens.detail.markUnread')}
        </Button>}
        <span className="hidden pair:inline"><IconButton icon={X} label={t('screens.detail.close')} onClick={onClose} /></span>
      </header>
      <div className="min-h-0 flex-1">
        {words ? (
          <EmptyState icon={FileQuestionMark} title={words.what} text={words.next}>
            <Button onClick={() => void item.refetch()}><RotateCw className="size-4" aria-hidden />{t('screens.app.retry')}</Button>
          </EmptyState>
        ) : slow ? <DetailSkeleton /> : item.data ? <ItemDetail key={item.data.row.id} item={item.data} onOpen={onOpen} /> : null}
      </div>
    </section>
  );
}
