import { clsx } from 'clsx';
import { ArrowDownWideNarrow, ArrowUpNarrowWide, Check } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueFilter, SortKey } from '../../contract/models/filter.ts';
import { useCommandHandlers } from '../palette/CommandProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { Popup } from '../ui/Popup.tsx';
import { SORTS } from './filters.ts';

/** What the beginning of a list is called, by what it is ordered by: descending, ascending. */
const DIRECTIONS = {
  changed: ['newest', 'oldest'], created: ['newest', 'oldest'], due: ['latest', 'soonest'], priority: ['highest', 'lowest'], number: ['highest', 'lowest'],
} as const satisfies Record<SortKey, readonly [string, string]>;

/** By what a queue is ordered, and which end comes first. Choosing the same again turns it round. */
export function SortMenu({ sort, onSort }: { sort: QueueFilter['sort']; onSort: (sort: QueueFilter['sort']) => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useCommandHandlers({ sort: () => setOpen(true) });
  const direction = (by: SortKey, descending: boolean) => t(`screens.filters.sort.${DIRECTIONS[by][descending ? 0 : 1]}`);
  const said = `${t(`screens.filters.sort.by.${sort.by}`)}: ${direction(sort.by, sort.descending)}`;
  const Icon = sort.descending ? ArrowDownWideNarrow : ArrowUpNarrowWide;
  return (
    <Popup
      label={t('screens.filters.sort.label')}
      align="end"
      open={open}
      onOpen={setOpen}
      className="w-max min-w-64 p-1"
      trigger={<Button look="ghost" size="icon" aria-label={t('screens.filters.sort.named', { sort: said })} title={t('screens.filters.sort.named', { sort: said })}><Icon className="size-4" aria-hidden /></Button>}
    >
      {(close) => (
        <div role="radiogroup" aria-label={t('screens.filters.sort.label')} onKeyDown={moveFocus} className="flex flex-col overflow-y-auto">
          {SORTS.flatMap(({ by, descending }) => [descending, !descending].map((down) => {
            const chosen = sort.by === by && sort.descending === down;
            return (
              <button
                key={`${by} ${down}`}
                type="button"
                role="radio"
                aria-checked={chosen}
                autoFocus={chosen}
                tabIndex={chosen ? 0 : -1}
                onClick={() => {
                  onSort({ by, descending: down });
                  close();
                }}
                className="flex min-h-7 items-center gap-2 rounded-md px-2 text-left hover:bg-hover focus-visible:-outline-offset-2 aria-checked:bg-selected"
              >
                <span className="min-w-0 flex-1 pr-4">{t(`screens.filters.sort.by.${by}`)}</span>
                <span className="text-sm text-ink-3">{direction(by, down)}</span>
                <Check className={clsx('size-4 shrink-0 text-accent-ink', !chosen && 'invisible')} aria-hidden />
              </button>
            );
          }))}
        </div>
      )}
    </Popup>
  );
}

/** Arrows move among the choices without making one. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const choices = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="radio"]')];
  const at = choices.findIndex((choice) => choice === document.activeElement);
  choices[(at + step + choices.length) % choices.length]?.focus();
}
