import { CloudDownload, Inbox, SearchX, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LookupResult as Result } from '../../contract/models/views.ts';
import type { AppError } from '../../contract/result.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LookupRow } from './LookupRow.tsx';
import { resultKey, type Lookup } from './useLookup.ts';
import type { RemoteAnswer } from './useRemoteLookup.ts';

/** What the list shows. */
export interface LookupBodyProps {
  readonly lookup: Pick<Lookup, 'shownQuery' | 'error'>;
  /** The rows: local ones, or those that came from Cxpress. Null before the first answer. */
  readonly results: readonly Result[] | null;
  readonly remote: RemoteAnswer;
  readonly listId: string;
  readonly index: number;
  readonly onOpen: (result: Result) => void;
}

/** Results, the one at `index` highlighted, or why there are none. A click must not take the focus from the field. */
export function LookupBody({ lookup: { shownQuery, error }, results, remote, listId, index: selected, onOpen }: LookupBodyProps) {
  const { t } = useTranslation();
  if (error) return <Failure error={error} />;
  if (results === null) return null;
  if (results.length === 0) return <Nothing query={shownQuery} remote={remote} />;
  const cameFromCxpress = remote.state === 'answered' && remote.results.length > 0;
  const heading = cameFromCxpress ? t('screens.lookup.remote.found') : shownQuery === '' ? t('screens.lookup.recent') : null;
  return (
    <>
      {heading === null ? null : <p className="px-2.5 py-1 text-xs font-semibold text-ink-3" aria-hidden={!cameFromCxpress} role={cameFromCxpress ? 'status' : undefined}>{heading}</p>}
      <div id={listId} role="listbox" aria-label={heading ?? t('screens.lookup.results')}>
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

function Failure({ error }: { error: AppError }) {
  const { what, next } = useErrorWords()(error);
  return <div role="alert" className="h-full"><EmptyState icon={TriangleAlert} title={what} text={next} /></div>;
}

/** Nothing is stored, nothing fits, Cxpress is being asked, or it did not have it either. */
function Nothing({ query, remote }: { query: string; remote: RemoteAnswer }) {
  const { t } = useTranslation();
  if (query === '') return <EmptyState icon={Inbox} title={t('screens.lookup.noRecent.title')} text={t('screens.lookup.noRecent.text')} />;
  if (remote.state === 'failed') return <Failure error={remote.error} />;
  const asking = remote.state === 'asking';
  const text = asking ? t('screens.lookup.remote.asking') : remote.state === 'answered' ? t('screens.lookup.remote.none') : t('screens.lookup.none.text');
  return <div role="status" className="h-full"><EmptyState icon={asking ? CloudDownload : SearchX} title={t('screens.lookup.none.title', { query })} text={text} /></div>;
}
