import { RotateCw, TriangleAlert } from 'lucide-react';
import { useId, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueEntity } from '../../contract/entity.ts';
import type { QueueFilter } from '../bridge/keys.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { useDelayed } from '../ui/useDelayed.ts';
import type { Range } from './chunks.ts';
import { QueueBanner } from './QueueBanner.tsx';
import { QueueEmpty } from './QueueEmpty.tsx';
import { QueueList } from './QueueList.tsx';
import { RowSkeleton } from './RowSkeleton.tsx';
import { useKeptRow } from './useKeptRow.ts';
import { useQueueRows, type QueueRows } from './useQueueRows.ts';
import { useRequestedRange } from './useRequestedRange.ts';

/** What a queue pane shows and tells. */
export interface QueuePaneProps {
  readonly listRef: RefObject<HTMLDivElement | null>;
  readonly entity: QueueEntity;
  readonly filter: QueueFilter;
  readonly openId: string | null;
  readonly onFilter: (filter: QueueFilter) => void;
  readonly onOpen: (id: string) => void;
  readonly onPasteTokens: () => void;
  readonly onSettings: () => void;
}

const FIRST_RANGE = { first: 0, last: 20 } as const;
/** Waits shorter than this show nothing, in milliseconds. */
const SKELETON_AFTER_MS = 150;

/** A queue: its heading and filter, what is to be known about it, its rows. */
export function QueuePane(props: QueuePaneProps) {
  const { t } = useTranslation();
  const { entity, filter, onFilter } = props;
  const [range, report] = useRequestedRange(FIRST_RANGE);
  const loaded = useQueueRows(entity, filter, range);
  const rows = useKeptRow(loaded, filter, props.openId);
  const headingId = useId();
  const counted = filter === 'unread' ? t('screens.queue.unreadTotal', { count: loaded.total ?? 0 }) : t(`screens.queue.total.${entity}`, { count: rows.total ?? 0 });
  return (
    <section aria-labelledby={headingId} className="flex h-full flex-col">
      <header className="flex min-h-12 shrink-0 items-center gap-2.5 border-b border-line pr-3 pl-5">
        <h1 id={headingId} tabIndex={-1} data-focus-home className="outline-none text-md font-semibold">{t(`screens.entity.${entity}`)}</h1>
        <span className="min-w-0 flex-1 truncate text-sm text-ink-3 tabular-nums">{rows.total ? counted : ''}</span>
        <Segmented label={t('screens.queue.filter.label')} value={filter} onChange={onFilter} options={[{ value: 'all', label: t('screens.queue.filter.all') }, { value: 'unread', label: t('screens.queue.filter.unread') }]} />
      </header>
      <QueueBanner entity={entity} empty={!rows.total} onPasteTokens={props.onPasteTokens} />
      <div className="min-h-0 flex-1"><Content key={filter} {...props} rows={rows} onRange={report} /></div>
    </section>
  );
}

function Content({ rows, onRange, ...props }: QueuePaneProps & { rows: QueueRows; onRange: (range: Range) => void }) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const slow = useDelayed(rows.total === null, SKELETON_AFTER_MS);
  if (rows.total === null) {
    if (rows.error) {
      const { what, next } = errorWords(rows.error);
      return <EmptyState icon={TriangleAlert} title={what} text={next}><Button onClick={rows.retry}><RotateCw className="size-4" aria-hidden />{t('screens.app.retry')}</Button></EmptyState>;
    }
    return slow ? <Skeletons /> : null;
  }
  if (rows.total === 0) return <QueueEmpty entity={props.entity} filter={props.filter} onShowAll={() => props.onFilter('all')} onSettings={props.onSettings} />;
  return <QueueList listRef={props.listRef} entity={props.entity} rows={rows} total={rows.total} openId={props.openId} onRange={onRange} onOpen={props.onOpen} />;
}

function Skeletons() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('screens.queue.loading')}>
      {Array.from({ length: 9 }, (_, index) => <div key={index} className="h-14 border-b border-line/70"><RowSkeleton index={index} /></div>)}
    </div>
  );
}
