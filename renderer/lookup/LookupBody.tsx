import { Command } from 'cmdk';
import { SearchX, TriangleAlert, Inbox } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LookupResult as Result } from '../../contract/models/views.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LookupRow } from './LookupRow.tsx';
import { resultKey, type Lookup } from './useLookup.ts';

/** Results, or why there are none. */
export function LookupBody({ lookup, onOpen }: { lookup: Lookup; onOpen: (result: Result) => void }) {
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
  const rows = results.map((result) => (
    <Command.Item key={resultKey(result)} value={resultKey(result)} onSelect={() => onOpen(result)} className="group rounded-lg px-2.5 py-1.5 data-[selected=true]:bg-selected">
      <LookupRow result={result} matched={shownQuery !== ''} />
    </Command.Item>
  ));
  return shownQuery === '' ? <Command.Group heading={t('screens.lookup.recent')} className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-semibold [&_[cmdk-group-heading]]:text-ink-3">{rows}</Command.Group> : rows;
}
