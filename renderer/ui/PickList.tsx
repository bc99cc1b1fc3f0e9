import { clsx } from 'clsx';
import { Check, Search } from 'lucide-react';
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

/** Something to pick. */
export interface Pick {
  readonly key: string;
  readonly label: string;
  /** Stands before the label. */
  readonly mark?: ReactNode;
  /** Stands at the end of the line, such as a count or keys. */
  readonly aside?: ReactNode;
  /** Heading above the first of several; picks of one group stand together. */
  readonly group?: string;
  /** Whether it is chosen, where several can be. */
  readonly chosen?: boolean;
}

/** So many are drawn at most; a search finds the rest. */
const MOST_DRAWN = 200;

/** What a {@link PickList} needs. `several`: picks stay open and can be taken back, so Space and Enter turn them. */
export interface PickListProps {
  readonly label: string;
  readonly placeholder: string;
  readonly picks: readonly Pick[];
  readonly none: string;
  readonly several?: boolean;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onPick: (key: string) => void;
}

/** A field to search in and what it found. The field keeps the focus; arrows move in the list. */
export function PickList({ label, placeholder, picks, none, several = false, query, onQuery, onPick }: PickListProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(0);
  const drawn = picks.slice(0, MOST_DRAWN);
  const at = Math.max(0, Math.min(cursor, drawn.length - 1));
  const current = drawn[at];
  useLayoutEffect(() => {
    list.current?.querySelector('[data-cursor]')?.scrollIntoView({ block: 'nearest' });
  }, [at, query]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const moves: Record<string, number> = { ArrowDown: (at + 1) % Math.max(1, drawn.length), ArrowUp: (at + drawn.length - 1) % Math.max(1, drawn.length), PageDown: Math.min(at + 8, drawn.length - 1), PageUp: Math.max(at - 8, 0) };
    const move = moves[event.key];
    if (move !== undefined) setCursor(move);
    else if (event.key === 'Enter' && current) onPick(current.key);
    else return;
    event.preventDefault();
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex shrink-0 items-center gap-2 border-b border-line px-3 py-2">
        <Search className="size-4 shrink-0 text-ink-3" aria-hidden />
        <input
          autoFocus
          type="text"
          role="combobox"
          aria-label={label}
          aria-expanded
          aria-autocomplete="list"
          aria-controls={id}
          aria-activedescendant={current ? `${id}-${at}` : undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={120}
          placeholder={placeholder}
          value={query}
          onChange={(event) => {
            setCursor(0);
            onQuery(event.target.value);
          }}
          onKeyDown={onKeyDown}
          className="min-h-6 min-w-0 flex-1 bg-transparent text-ink outline-none placeholder:text-ink-3"
        />
      </div>
      <div ref={list} id={id} role="listbox" aria-label={label} aria-multiselectable={several || undefined} className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1">
        {drawn.map((pick, index) => (
          <div key={pick.key} role="presentation">
            {pick.group !== undefined && pick.group !== drawn[index - 1]?.group ? <div role="presentation" className="px-2 pt-2 pb-1 text-xs font-medium text-ink-3">{pick.group}</div> : null}
            <div
              id={`${id}-${index}`}
              role="option"
              aria-selected={several ? (pick.chosen ?? false) : index === at}
              data-cursor={index === at ? '' : undefined}
              onPointerMove={() => setCursor(index)}
              onClick={() => onPick(pick.key)}
              className={clsx('flex min-h-8 items-center gap-2 rounded-md px-2 py-1', index === at && 'bg-selected')}
            >
              {several ? <span className={clsx('flex size-4 shrink-0 items-center justify-center rounded border', pick.chosen ? 'border-accent bg-accent text-on-accent' : 'border-control-line')} aria-hidden>{pick.chosen ? <Check className="size-3" /> : null}</span> : null}
              {pick.mark}
              <span className="min-w-0 flex-1 break-words">{pick.label}</span>
              {pick.aside !== undefined ? <span className="shrink-0 text-sm text-ink-3 tabular-nums">{pick.aside}</span> : null}
            </div>
          </div>
        ))}
        {drawn.length === 0 ? <p className="px-2 py-3 text-ink-3">{none}</p> : null}
      </div>
      <p role="status" className="sr-only">{drawn.length === 0 ? none : ''}</p>
    </div>
  );
}
