import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { clsx } from 'clsx';
import { useCallback, useEffect, useId, useState, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueEntity } from '../../contract/entity.ts';
import { focusIsFree } from '../ui/focus-home.ts';
import { useMarkRead } from '../bridge/mutations.ts';
import { findRow, step, type Range } from './chunks.ts';
import { listCommand } from './list-keys.ts';
import { QueueRow } from './QueueRow.tsx';
import { RowSkeleton } from './RowSkeleton.tsx';
import type { QueueRows } from './useQueueRows.ts';
import { useStillScroll } from './useStillScroll.ts';

/** Height of a row in rem; rows have one height, so that any of 100,000 places is known without measuring. */
const ROW_REM = 3.5;
/** Rows around the cursor that are searched when the queue moved. */
const SEARCH_REACH = 300;

/**
 * The rows of a queue as a listbox. Focus stays on the list, a cursor moves inside it and follows its item by id
 * when rows move; the selected row is the one that is open.
 */
export function QueueList({ listRef, entity, rows, total, openId, onRange, onOpen }: { listRef: RefObject<HTMLDivElement | null>; entity: QueueEntity; rows: QueueRows; total: number; openId: string | null; onRange: (range: Range) => void; onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const { mutate: markRead } = useMarkRead();
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

  const toggle = (index: number) => {
    const row = rows.rowAt(index);
    if (row) markRead({ entity, ids: [row.id], read: row.unread });
  };
  const open = (index: number) => {
    const row = rows.rowAt(index);
    setCursor({ id: row?.id ?? null, index });
    if (row) onOpen(row.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const command = listCommand(event, Math.max(1, onScreen.last - onScreen.first - 1));
    if (!command) return;
    event.preventDefault();
    if (command.type === 'open') open(at);
    else if (command.type === 'toggleUnread') toggle(at);
    else {
      const next = step(at, command.by, total);
      setCursor({ id: rows.rowAt(next)?.id ?? null, index: next });
      virtual.scrollToIndex(next, { align: 'auto' });
    }
  };

  return (
    <div
      ref={listRef}
      role="listbox"
      tabIndex={0}
      aria-label={t(`screens.queue.list.${entity}`)}
      aria-activedescendant={`${listId}-${at}`}
      onKeyDown={onKeyDown}
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
              {row ? <QueueRow row={row} onToggleUnread={() => toggle(index)} /> : <RowSkeleton index={index} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}
