import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { clsx } from 'clsx';
import { useCallback, useEffect, useId, useLayoutEffect, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueEntity } from '../../contract/entity.ts';
import type { QueueRow as Row } from '../../contract/models/views.ts';
import { focusIsFree } from '../ui/focus-home.ts';
import { useMarkRead } from '../bridge/mutations.ts';
import { useCommandHandlers } from '../palette/CommandProvider.tsx';
import { findRow, step, type Range } from './chunks.ts';
import { useItemActions } from './ItemActions.tsx';
import { QueueRow } from './QueueRow.tsx';
import { RowSkeleton } from './RowSkeleton.tsx';
import type { QueueRows } from './useQueueRows.ts';
import { useStillScroll } from './useStillScroll.ts';

/** Height of a row in rem; rows have one height, so that any of 100,000 places is known without measuring. */
const ROW_REM = 3.5;
/** Rows around the cursor that are searched when the queue moved. */
const SEARCH_REACH = 300;

/** What a list shows and tells. `onCursor` hears which row the cursor is on; null while that is not loaded, and when the list goes. */
export interface QueueListProps {
  readonly listRef: RefObject<HTMLDivElement | null>;
  readonly entity: QueueEntity;
  readonly rows: QueueRows;
  readonly total: number;
  readonly openId: string | null;
  readonly onRange: (range: Range) => void;
  readonly onOpen: (id: string) => void;
  readonly onCursor: (row: Row | null) => void;
}

/**
 * The rows of a queue as a listbox. Focus stays on the list, a cursor moves inside it and follows its item by id
 * when rows move; the selected row is the one that is open.
 */
export function QueueList({ listRef, entity, rows, total, openId, onRange, onOpen, onCursor }: QueueListProps) {
  const { t } = useTranslation();
  const { mutate: markRead } = useMarkRead();
  const { toggleUnread } = useItemActions();
  const listId = useId();
  const [rowPx] = useState(() => ROW_REM * (parseFloat(getComputedStyle(document.documentElement).fontSize) || 16));
  const [cursor, setCursor] = useState<{ id: string | null; index: number }>({ id: openId, index: 0 });
  const found = cursor.id === null ? null : findRow(cursor.id, cursor.index, rows.rowAt, total, SEARCH_REACH);
  const at = found ?? step(cursor.index, 0, total);
  const placeOf = (id: string) => findRow(id, cursor.index, rows.rowAt, total, SEARCH_REACH) ?? findRow(id, 0, rows.rowAt, total, SEARCH_REACH);
  const [shownOpen, setShownOpen] = useState(openId);
  if (openId !== shownOpen) {
    setShownOpen(openId);
    const place = openId === null || openId === cursor.id ? null : placeOf(openId);
    if (place !== null) setCursor({ id: openId, index: place });
  }

  // The virtualizer hands out functions that must not be memoised; this file is not compiled, so they are not.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => listRef.current,
    estimateSize: () => rowPx,
    overscan: 6,
    rangeExtractor: useCallback((range: Parameters<typeof defaultRangeExtractor>[0]) => [...new Set([...defaultRangeExtractor(range), at])].filter((index) => index < total).sort((a, b) => a - b), [at, total]),
    onChange: ({ range }) => range && onRange({ first: range.startIndex, last: range.endIndex }),
  });
  const onScreen: Range = { first: virtual.range?.startIndex ?? 0, last: virtual.range?.endIndex ?? 0 };
  useStillScroll(listRef, onScreen, rows.rowAt, rows.version, rowPx);

  useEffect(() => {
    if (focusIsFree()) listRef.current?.focus({ preventScroll: true });
  }, [listRef]);
  useEffect(() => {
    const place = openId === null ? null : placeOf(openId);
    if (place !== null) virtual.scrollToIndex(place, { align: 'auto' });
    // What was opened from elsewhere is brought on screen once; afterwards the person scrolls.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [openId]);

  const cursorRow = rows.rowAt(at) ?? null;
  // Before the next key is heard: a key pressed right after one that moved the cursor means the row it moved to.
  useLayoutEffect(() => onCursor(cursorRow), [cursorRow, onCursor]);
  useLayoutEffect(() => () => onCursor(null), [onCursor]);

  const open = (index: number) => {
    const row = rows.rowAt(index);
    setCursor({ id: row?.id ?? null, index });
    if (row) onOpen(row.id);
  };
  const move = (by: number) => {
    const next = step(at, by, total);
    // A window too narrow for both shows the item instead of the list, so the item moves on.
    if (openId !== null && isHidden(listRef.current)) {
      open(next);
      return;
    }
    if (document.activeElement !== listRef.current) listRef.current?.focus({ preventScroll: true });
    setCursor({ id: rows.rowAt(next)?.id ?? null, index: next });
    virtual.scrollToIndex(next, { align: 'auto' });
  };
  const page = Math.max(1, onScreen.last - onScreen.first - 1);
  useCommandHandlers({
    down: () => move(1),
    up: () => move(-1),
    pageDown: () => move(page),
    pageUp: () => move(-page),
    first: () => move(-Infinity),
    last: () => move(Infinity),
    open: cursorRow && (() => open(at)),
    readNext: cursorRow && (() => {
      if (cursorRow.unread) markRead({ entity, ids: [cursorRow.id], read: true });
      if (at + 1 >= total) return;
      if (openId === cursorRow.id) open(at + 1);
      else move(1);
    }),
  });

  return (
    <div
      ref={listRef}
      role="listbox"
      tabIndex={0}
      aria-label={t(`screens.queue.list.${entity}`)}
      aria-activedescendant={`${listId}-${at}`}
      className="cursor-list @container h-full overflow-y-auto overscroll-contain"
    >
      <div role="presentation" className="relative w-full" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows.rowAt(index);
          const selected = row !== undefined && row.id === openId;
          return (
            <div
              key={index}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={selected}
              aria-setsize={total}
              aria-posinset={index + 1}
              data-cursor={index === at ? '' : undefined}
              data-item={row?.id}
              onClick={() => open(index)}
              style={{ height: rowPx, transform: `translateY(${start}px)` }}
              className={clsx('absolute inset-x-0 top-0 border-b border-line/70 select-none', selected ? 'bg-selected' : 'hover:bg-hover')}
            >
              {row ? <QueueRow row={row} onToggleUnread={() => toggleUnread(row)} /> : <RowSkeleton index={index} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function isHidden(list: HTMLElement | null): boolean {
  return list !== null && 'checkVisibility' in list && !list.checkVisibility();
}
