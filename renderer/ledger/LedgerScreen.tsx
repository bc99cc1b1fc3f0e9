import { clsx } from 'clsx';
import { useDeferredValue, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueEntity } from '../../contract/entity.ts';
import type { LedgerEntry } from '../../contract/models/ledger.ts';
import { useLedger } from '../bridge/ledger.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { LedgerDetail } from './LedgerDetail.tsx';
import { LedgerEmpty } from './LedgerEmpty.tsx';
import { LedgerHeader } from './LedgerHeader.tsx';
import { LedgerList } from './LedgerList.tsx';

/** So far from its former place the chosen entry is looked for when new ones came in above it. */
const SEARCH_REACH = 100;

/** Where the chosen entry is now: new ones push it down. */
function placeOf({ seq, index }: { seq: number | null; index: number }, entryAt: (index: number) => LedgerEntry | undefined, total: number): number {
  const there = Math.max(0, Math.min(index, total - 1));
  if (seq === null || entryAt(there)?.seq === seq) return there;
  for (let down = 1; down <= SEARCH_REACH; down++) if (entryAt(there + down)?.seq === seq) return there + down;
  return there;
}

/** The item whose entries are shown; null for all. */
export type LedgerItem = { readonly entity: QueueEntity; readonly id: string } | null;

/** Every event of the last two weeks with everything that became of it: why the person was or was not told. */
export function LedgerScreen({ item, onItem, onBack, onOpen, onRule }: { item: LedgerItem; onItem: (item: LedgerItem) => void; onBack: () => void; onOpen: (entity: QueueEntity, id: string) => void; onRule: (rule: string) => void }) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const [search, setSearch] = useState('');
  const asked = useDeferredValue(search.trim());
  const [range, setRange] = useState({ first: 0, last: 0 });
  const [chosen, setChosen] = useState<{ seq: number | null; index: number }>({ seq: null, index: 0 });
  /** Where there is room for one of them only, the entry instead of the list. */
  const [reading, setReading] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const { total, entryAt, error, retry } = useLedger({ item, search: asked }, range.first, range.last);
  const at = placeOf(chosen, entryAt, total ?? 0);
  const entry = entryAt(at);
  const back = () => {
    setReading(false);
    list.current?.focus();
  };
  return (
    <div className="flex h-full flex-col">
      <LedgerHeader
        item={item}
        total={total}
        search={search}
        hidden={reading}
        onBack={onBack}
        onAll={() => onItem(null)}
        onSearch={(words) => {
          setSearch(words);
          setChosen({ seq: null, index: 0 });
        }}
      />
      {error ? <div className="flex flex-wrap items-center gap-3 border-b border-line px-4 py-2"><ErrorNote words={errorWords(error)} /><Button size="small" onClick={retry}>{t('screens.app.retry')}</Button></div> : null}
      {total === 0 ? <LedgerEmpty search={asked} item={item} onAll={() => onItem(null)} onClear={() => setSearch('')} /> : (
        <div className="flex min-h-0 flex-1">
          <div className={clsx('min-w-0 flex-1 border-line pair:block pair:flex-none pair:basis-1/2 pair:border-r wide:basis-[44%]', reading && 'hidden')}>
            <LedgerList
              key={`${item?.entity ?? ''} ${item?.id ?? ''} ${asked}`}
              listRef={list}
              total={total ?? 0}
              at={at}
              entryAt={entryAt}
              onRange={setRange}
              onChoose={(index, read) => {
                setChosen({ seq: entryAt(index)?.seq ?? null, index });
                if (read) setReading(true);
              }}
            />
          </div>
          <div className={clsx('min-w-0 flex-1 overflow-y-auto pair:block', !reading && 'hidden')}>
            {entry ? <LedgerDetail key={entry.seq} entry={entry} alone={item !== null} onBack={back} onItem={onItem} onOpen={onOpen} onRule={onRule} /> : null}
          </div>
        </div>
      )}
    </div>
  );
}
