import { clsx } from 'clsx';
import { BookmarkPlus, Save, Search, X } from 'lucide-react';
import { memo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueEntity } from '../../contract/entity.ts';
import type { QueueFilter } from '../../contract/models/filter.ts';
import { useFormats } from '../format/FormatProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { Popup } from '../ui/Popup.tsx';
import { ConditionList } from './ConditionList.tsx';
import { cleared, conditionsOf, LISTS, valuesOf, without, type Condition, type ListCondition } from './filters.ts';
import { useConditionWords, type ConditionWords } from './useConditionWords.ts';

const CHOOSABLE = [...(Object.keys(LISTS) as ListCondition[]), 'due'] as const;

/** What the filter bar shows and tells. `canUpdate`: the filter was a saved view's and was changed since. */
export interface FilterBarProps {
  readonly entity: QueueEntity;
  readonly filter: QueueFilter;
  readonly consumerName: string | null;
  /** The heading names a saved view. */
  readonly inView: boolean;
  readonly searching: boolean;
  /** Where the focus was when the search was asked for by key; null when it goes back to the button. */
  readonly searchFrom: () => HTMLElement | null;
  readonly onSearching: (searching: boolean) => void;
  readonly onFilter: (filter: QueueFilter) => void;
  readonly onSave: () => void;
  readonly onUpdate: (() => void) | null;
}

/** What narrows a queue: each condition opens to its values and can be taken away by itself. Scrolling the rows below does not draw it anew. */
export const FilterBar = memo(function FilterBar({ entity, filter, consumerName, inView, searching, searchFrom, onSearching, onFilter, onSave, onUpdate }: FilterBarProps) {
  const { t } = useTranslation();
  const [touched, setTouched] = useState(false);
  const words = useConditionWords(entity, filter, touched || searching, consumerName);
  const active = conditionsOf(filter);
  // The heading tells what is only followed or snoozed, unless it names the saved view.
  const fixed = active.filter((condition) => condition === 'consumer' || (condition === 'shelf' && inView));
  const narrowed = onUpdate !== null || active.some((condition) => condition !== 'shelf');
  return (
    <div role="group" aria-label={t('screens.filters.label')} onPointerEnter={() => setTouched(true)} onFocus={() => setTouched(true)} className="flex shrink-0 flex-wrap items-center gap-0.5 gap-y-1 border-b border-line py-1.5 pr-1 pl-3">
      <Popup
        label={t('screens.filters.search')}
        open={searching}
        onOpen={onSearching}
        returnTo={searchFrom}
        className="max-h-96 w-80"
        trigger={<Button look="ghost" size="icon" className="size-6" aria-label={t('screens.filters.search')} title={t('screens.filters.searchHint')}><Search className="size-3.5" aria-hidden /></Button>}
      >
        {() => <ConditionList conditions={CHOOSABLE} words={words} filter={filter} onFilter={onFilter} />}
      </Popup>
      {fixed.map((condition) => <Chip key={condition} condition={condition} words={words} filter={filter} onRemove={() => onFilter(without(filter, condition))} />)}
      {CHOOSABLE.map((condition) => (
        <Chip key={condition} condition={condition} words={words} filter={filter} onRemove={() => onFilter(without(filter, condition))}>
          <ConditionList conditions={[condition]} words={words} filter={filter} onFilter={onFilter} />
        </Chip>
      ))}
      {narrowed ? (
        <span className="ml-auto flex flex-wrap items-center justify-end">
          <Button look="ghost" size="small" className="min-h-6" onClick={() => onFilter(cleared(filter))}>{t('screens.filters.clear')}</Button>
          {onUpdate ? <Button look="ghost" size="small" className="min-h-6" onClick={onUpdate}><Save className="size-3.5" aria-hidden />{t('screens.filters.update')}</Button> : null}
          <Button look="ghost" size="small" className="min-h-6" onClick={onSave}><BookmarkPlus className="size-3.5" aria-hidden />{t('screens.filters.save')}</Button>
        </span>
      ) : null}
    </div>
  );
});

/** A condition: its name alone, or with what it asks for and a way to take it away. `children` are what it opens to. */
function Chip({ condition, words, filter, onRemove, children }: { condition: Condition; words: ConditionWords; filter: QueueFilter; onRemove: () => void; children?: ReactNode }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const values = valuesOf(filter, condition);
  const name = words.name(condition);
  const asked = formats.list(values.map((value) => words.label(condition, value)));
  const on = values.length > 0;
  const text = on ? (
    <span className="flex min-w-0 items-center gap-1">
      {/* The value says by itself what it is about, and two conditions fit on a line. */}
      {condition === 'shelf' ? null : <span className="sr-only">{`${name}:`}</span>}
      <span className="max-w-40 truncate font-medium text-ink">{asked}</span>
    </span>
  ) : name;
  return (
    <span className={clsx('inline-flex max-w-full min-w-0 items-center rounded-md border text-sm', on ? 'border-transparent bg-selected' : 'border-line text-ink-2')}>
      {children ? (
        <Popup
          label={name}
          className="max-h-96 w-72"
          trigger={
            <button type="button" title={on ? `${name}: ${asked}` : undefined} className={clsx('inline-flex min-h-6 min-w-0 items-center rounded-md px-[0.3125rem] hover:bg-hover data-[state=open]:bg-hover', !on && 'hover:text-ink')}>
              {text}
            </button>
          }
        >
          {() => children}
        </Popup>
      ) : <span className="px-1.5" title={asked}>{text}</span>}
      {on ? (
        <button type="button" aria-label={t('screens.filters.remove', { condition: `${name}: ${asked}` })} title={t('screens.filters.removeShort')} onClick={onRemove} className="flex size-6 shrink-0 items-center justify-center rounded-md text-ink-3 hover:bg-hover hover:text-ink">
          <X className="size-3.5" aria-hidden />
        </button>
      ) : null}
    </span>
  );
}
