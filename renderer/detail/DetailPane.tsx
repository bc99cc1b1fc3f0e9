import { ArrowLeft, FileQuestionMark, RotateCw, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { QueueEntity } from '../../contract/entity.ts';
import { appErrorOf } from '../bridge/client.ts';
import { useItem } from '../bridge/queries.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useDelayed } from '../ui/useDelayed.ts';
import { DetailActions } from './DetailActions.tsx';
import { DetailSkeleton } from './DetailSkeleton.tsx';
import { ItemDetail } from './ItemDetail.tsx';
import { useReadAgain } from './useReadAgain.ts';

/** Waits shorter than this keep showing the former item, in milliseconds. */
const SKELETON_AFTER_MS = 150;

/** One ticket or task in full, with what can be done to it. */
export function DetailPane({ entity, id, onOpen, onClose, onConsumer }: { entity: QueueEntity; id: string; onOpen: (entity: QueueEntity, id: string) => void; onClose: () => void; onConsumer: (consumerId: string) => void }) {
  const { t } = useTranslation();
  const item = useItem(entity, id);
  const errorWords = useErrorWords();
  const slow = useDelayed(item.isPending || item.isPlaceholderData, SKELETON_AFTER_MS);
  useReadAgain(entity, item.isPlaceholderData ? undefined : item.data);
  const words = item.isError ? errorWords(appErrorOf(item.error)) : null;
  return (
    <section aria-label={t('screens.detail.label')} className="@container flex h-full flex-col">
      <header className="flex min-h-12 shrink-0 items-center gap-1 border-b border-line px-3">
        <span className="pair:hidden"><IconButton icon={ArrowLeft} label={t('screens.detail.back')} onClick={onClose} /></span>
        <DetailActions item={item.isPlaceholderData || words ? null : (item.data ?? null)} />
        <span className="hidden pair:inline"><IconButton icon={X} label={t('screens.detail.close')} onClick={onClose} /></span>
      </header>
      <div className="min-h-0 flex-1">
        {words ? (
          <EmptyState icon={FileQuestionMark} title={words.what} text={words.next}>
            <Button onClick={() => void item.refetch()}><RotateCw className="size-4" aria-hidden />{t('screens.app.retry')}</Button>
          </EmptyState>
        ) : slow ? <DetailSkeleton /> : item.data ? <ItemDetail key={item.data.row.id} item={item.data} onOpen={onOpen} onConsumer={onConsumer} /> : null}
      </div>
    </section>
  );
}
