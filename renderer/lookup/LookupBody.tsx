import { SearchX, TriangleAlert, Inbox } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LookupResult as Result } from '../../contract/models/views.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LookupRow } from './LookupRow.tsx';
import { resultKey, type Lookup } from './useLookup.ts';

/** Results, the one at `index` highlighted, or why there are none. A click must not take the focus from the field. */
export function LookupBody({ lookup, listId, index: selected, onOpen }: { lookup: Lookup; listId: string; index: number; onOpen: (result: Result) => void }) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const { results, shownQuery, error } = lookup;
  if (error) {
    const { what, next } = errorWords(error);
    return <div role="alert" className="h-full"><EmptyState icon={TriangleAlert} title={what} text={next} /></div>;
  }
  if (results === null) return null;
  if (results.length === 0) {
    return shownQuery === ''
      ? <EmptyState icon={Inbox} title={t('screens.lookup.noRecent.title')} text={t('screens.lookup.noRecent.text')} />
      : <div role="status" className="h-full"><EmptyState icon={SearchX} title={t('screens.lookup.none.title', { query: shownQuery })} text={t('screens.lookup.none.text')} /></div>;
  }
  return (
    <>
      {shownQuery === '' ? <p className="px-2.5 py-1 text-xs font-semibold text-ink-3" aria-hidden>{t('screens.lookup.recent')}</p> : null}
      <div id={listId} role="listbox" aria-label={shownQuery === '' ? t('screens.lookup.recent') : t('screens.lookup.results')}>
        {results.map((result, index) => (
          <div
            key={resultKey(result)}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === selected}
            data-selected={index === selected}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onOpen(result)}
            className="group rounded-lg px-2.5 py-1.5 hover:bg-hover data-[selected=true]:bg-selected"
          >
            <LookupRow result={result} matched={shownQuery !== ''} />
          </div>
        ))}
      </div>
    </>
  );
}
