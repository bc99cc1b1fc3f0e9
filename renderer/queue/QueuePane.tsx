import { MailCheck, RotateCw, TriangleAlert } from 'lucide-react';
import { useCallback, useId, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueEntity } from '../../contract/entity.ts';
import type { QueueFilter, SavedView } from '../../contract/models/filter.ts';
import type { QueueRow } from '../../contract/models/views.ts';
import { filterKey } from '../bridge/filter-key.ts';
import { useSettings, useStatus } from '../bridge/queries.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { useDelayed } from '../ui/useDelayed.ts';
import type { Range } from './chunks.ts';
import { FilterBar } from './FilterBar.tsx';
import { bannerOf, QueueBanner } from './QueueBanner.tsx';
import { emptinessOf, QueueEmpty } from './QueueEmpty.tsx';
import { QueueList } from './QueueList.tsx';
import { RowSkeleton } from './RowSkeleton.tsx';
import { SortMenu } from './SortMenu.tsx';
import { useReadAll, useQueueCommands } from './useQueueCommands.ts';
import { useKeptRow } from './useKeptRow.ts';
import { useQueueRows, type QueueRows } from './useQueueRows.ts';
import { useRequestedRange } from './useRequestedRange.ts';

/** What a queue pane shows and tells. `view` is the saved view the filter came from. */
export interface QueuePaneProps {
  readonly listRef: RefObject<HTMLDivElement | null>;
  readonly entity: QueueEntity;
  readonly filter: QueueFilter;
  readonly view: SavedView | null;
  readonly openId: string | null;
  readonly onFilter: (filter: QueueFilter) => void;
  readonly onSave: () => void;
  readonly onUpdate: (() => void) | null;
  readonly onOpen: (id: string) => void;
  readonly onCursor: (row: QueueRow | null) => void;
  readonly onPasteTokens: () => void;
  readonly onSettings: () => void;
  readonly onIdentity: () => void;
}

const FIRST_RANGE = { first: 0, last: 20 } as const;
/** Waits shorter than this show nothing, in milliseconds. */
const SKELETON_AFTER_MS = 150;

/** A queue: its heading, what narrows it, what is to be known about it, its rows. */
export function QueuePane(props: QueuePaneProps) {
  const { entity, filter, onFilter, onSave } = props;
  const [searching, setSearching] = useState(false);
  const [range, report] = useRequestedRange(FIRST_RANGE);
  const loaded = useQueueRows(entity, filter, range);
  const rows = useKeptRow(loaded, filter, props.openId);
  const headingId = useId();
  const status = useStatus();
  const settings = useSettings();
  const byKey = useRef(false);
  const search = (open: boolean, key: boolean) => {
    if (open) byKey.current = key;
    setSearching(open);
  };
  const searchFrom = useCallback(() => (byKey.current ? props.listRef.current : null), [props.listRef]);
  useQueueCommands(entity, filter, { onFilter, onSave, onSearch: () => search(true, true) });
  return (
    <section aria-labelledby={headingId} className="flex h-full flex-col">
      <QueueHeader id={headingId} {...props} rows={rows} total={loaded.total ?? 0} />
      <FilterBar entity={entity} filter={filter} consumerName={filter.consumerId === null ? null : (rows.rowAt(0)?.consumerName ?? null)} inView={props.view !== null} searching={searching} searchFrom={searchFrom} onSearching={(open) => search(open, false)} onFilter={onFilter} onSave={onSave} onUpdate={props.onUpdate} />
      <QueueBanner entity={entity} explained={rows.total === 0 && emptinessOf(status, settings, entity, filter) === bannerOf(status, entity)} onPasteTokens={props.onPasteTokens} onSettings={props.onSettings} />
      <div className="min-h-0 flex-1"><Content key={filterKey(filter)} {...props} rows={rows} onRange={report} /></div>
    </section>
  );
}

/** Whose rows these are, how many, and the two things one does to them most. */
function QueueHeader({ id, entity, filter, view, onFilter, rows, total }: QueuePaneProps & { id: string; rows: QueueRows; total: number }) {
  const { t } = useTranslation();
  const readAll = useReadAll(entity, filter);
  const unreadOnly = filter.only === 'unread';
  const counted = unreadOnly ? t('screens.queue.unreadTotal', { count: total }) : t(`screens.queue.total.${entity}`, { count: rows.total ?? 0 });
  const place = filter.only === null || filter.only === 'unread' ? filter.scope : filter.only;
  return (
    <header className="flex min-h-12 shrink-0 items-center gap-1 border-b border-line pr-3 pl-5">
      <h1 id={id} tabIndex={-1} data-focus-home className="flex min-w-0 shrink items-baseline gap-1.5 outline-none text-md font-semibold">
        <span className="shrink-0">{t(`screens.entity.${entity}`)}</span>
        {view !== null || place !== 'all' ? <span className="truncate font-normal text-ink-2">{view?.name ?? t(`screens.scopes.name.${entity}.${place}`)}</span> : null}
      </h1>
      <span className="min-w-0 flex-1 truncate pl-1.5 text-sm text-ink-3 tabular-nums">{rows.total ? counted : ''}</span>
      {rows.unread > 0 ? <IconButton icon={MailCheck} label={t('screens.commands.name.readAll')} onClick={readAll} /> : null}
      <SortMenu sort={filter.sort} onSort={(sort) => onFilter({ ...filter, sort })} />
      <Segmented label={t('screens.queue.filter.label')} value={unreadOnly ? 'unread' : 'all'} onChange={(only) => onFilter({ ...filter, only: only === 'unread' ? only : null })} options={[{ value: 'all', label: t('screens.queue.filter.all') }, { value: 'unread', label: t('screens.queue.filter.unread') }]} />
    </header>
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
  if (rows.total === 0) return <QueueEmpty entity={props.entity} filter={props.filter} onFilter={props.onFilter} onSettings={props.onSettings} onIdentity={props.onIdentity} />;
  return <QueueList listRef={props.listRef} entity={props.entity} rows={rows} total={rows.total} openId={props.openId} onRange={onRange} onOpen={props.onOpen} onCursor={props.onCursor} />;
}

function Skeletons() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('screens.queue.loading')}>
      {Array.from({ length: 9 }, (_, index) => <div key={index} className="h-14 border-b border-line/70"><RowSkeleton index={index} /></div>)}
    </div>
  );
}
