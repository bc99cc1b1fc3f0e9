import { clsx } from 'clsx';
import { useEffect, useId, useState, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerEntry } from '../../contract/models/ledger.ts';
import { useFormats, useNow } from '../format/FormatProvider.tsx';
import { numberText } from '../format/number-text.ts';
import { Badge } from '../ui/Badge.tsx';
import { focusIsFree } from '../ui/focus-home.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { TimeText } from '../ui/TimeText.tsx';
import { fateWords, OUTCOME_TONES, outcomeOf, ruleWords } from './ledger-words.ts';
import { revealRow, useVisibleRows } from './useVisibleRows.ts';

/** Height of a row in rem; all have one height, so that any place is known without measuring. */
const ROW_REM = 3.5;

/** By how many places a key moves; null when it moves none. */
function moveOf({ key, altKey, ctrlKey, metaKey }: KeyboardEvent, page: number, total: number): number | null {
  if (altKey || ctrlKey || metaKey) return null;
  const moves: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: page, PageUp: -page, Home: -total, End: total };
  return moves[key] ?? null;
}

/** The entries as a listbox: the focus stays on the list, the chosen entry is read beside it. */
export function LedgerList({ listRef, total, at, entryAt, onRange, onChoose }: { listRef: RefObject<HTMLDivElement | null>; total: number; at: number; entryAt: (index: number) => LedgerEntry | undefined; onRange: (range: { first: number; last: number }) => void; onChoose: (index: number, read: boolean) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [rowPx] = useState(() => ROW_REM * (parseFloat(getComputedStyle(document.documentElement).fontSize) || 16));
  const { first, last, page, height } = useVisibleRows(listRef, total, rowPx);
  const drawn = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  // The row that the list points at stays in the page wherever the list is scrolled to.
  const indexes = drawn.includes(at) || at >= total ? drawn : [...drawn, at];
  useEffect(() => onRange({ first, last: Math.max(first, last) }), [onRange, first, last]);
  useEffect(() => {
    if (focusIsFree()) listRef.current?.focus({ preventScroll: true });
  }, [listRef]);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = moveOf(event, page, total);
    if (by === null && event.key !== 'Enter') return;
    event.preventDefault();
    if (by === null) onChoose(at, true);
    else {
      const next = Math.max(0, Math.min(total - 1, at + by));
      if (listRef.current) revealRow(listRef.current, next, rowPx);
      onChoose(next, false);
    }
  };
  return (
    <div ref={listRef} role="listbox" tabIndex={0} aria-label={t('screens.ledger.list')} aria-activedescendant={`${id}-${at}`} onKeyDown={onKeyDown} className="cursor-list h-full overflow-y-auto overscroll-contain">
      <div role="presentation" className="relative w-full" style={{ height }}>
        {indexes.map((index) => {
          const entry = entryAt(index);
          return (
            <div
              key={index}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              aria-setsize={total}
              aria-posinset={index + 1}
              data-cursor={index === at ? '' : undefined}
              onClick={() => onChoose(index, true)}
              style={{ height: rowPx, transform: `translateY(${index * rowPx}px)` }}
              className={clsx('absolute inset-x-0 top-0 border-b border-line/70 px-4 select-none', index === at ? 'bg-selected' : 'hover:bg-hover')}
            >
              {entry ? <LedgerRow entry={entry} /> : <span className="flex h-full items-center"><Skeleton className="w-2/3" /></span>}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function LedgerRow({ entry }: { entry: LedgerEntry }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const outcome = outcomeOf(entry);
  const line = [t(`screens.detail.kind.${entry.kind}`), ruleWords(t, entry), ...fateWords(t, entry)].filter(Boolean).join(' · ');
  return (
    <div className="flex h-full min-w-0 flex-col justify-center gap-0.5">
      <div className="flex min-w-0 items-center gap-2">
        <span className="min-w-0 flex-1 truncate">{entry.number ? <span className="text-ink-3 tabular-nums">{`${numberText(entry.number)} `}</span> : null}{entry.title || t('screens.queue.untitled')}</span>
        <TimeText at={entry.seenAt} text={formats.moment(entry.seenAt, now)} className="shrink-0 text-sm text-ink-3 tabular-nums" />
      </div>
      <div className="flex min-w-0 items-center gap-2">
        <Badge tone={OUTCOME_TONES[outcome]} className="shrink-0">{t(`screens.ledger.outcome.${outcome}`)}</Badge>
        <span title={line} className="min-w-0 flex-1 truncate text-sm text-ink-3">{line}</span>
      </div>
    </div>
  );
}
