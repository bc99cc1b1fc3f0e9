import { clsx } from 'clsx';
import { ArrowLeft, Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { Input } from '../ui/Field.tsx';
import type { LedgerItem } from './LedgerScreen.tsx';

/** What the ledger shows, how much of it there is, and a search in it. `hidden`: an entry stands in its place where there is no room for both. */
export function LedgerHeader({ item, total, search, hidden, onBack, onAll, onSearch }: { item: LedgerItem; total: number | null; search: string; hidden: boolean; onBack: () => void; onAll: () => void; onSearch: (search: string) => void }) {
  const { t } = useTranslation();
  return (
    <header className={clsx('flex-wrap items-end gap-x-4 gap-y-2 border-b border-line px-4 py-3', hidden ? 'hidden pair:flex' : 'flex')}>
      <div className="min-w-0 flex-1 basis-60">
        <Button look="ghost" size="small" className="-ml-2" onClick={onBack}><ArrowLeft className="size-4" aria-hidden />{t('screens.ledger.back')}</Button>
        <h1 tabIndex={-1} data-focus-home className="text-lg font-semibold text-pretty outline-none">{item ? t('screens.ledger.titleItem') : t('screens.ledger.title')}</h1>
        <p role="status" className="text-sm text-ink-3 tabular-nums">{total === null ? '' : t('screens.ledger.total', { count: total })}</p>
      </div>
      <div className="relative flex min-w-0 flex-1 basis-56 items-center pair:max-w-80">
        <Search className="pointer-events-none absolute left-2.5 size-4 text-ink-3" aria-hidden />
        <Input type="search" maxLength={200} className="pl-8" aria-label={t('screens.ledger.search')} placeholder={t('screens.ledger.search')} value={search} onChange={(event) => onSearch(event.target.value)} />
      </div>
      {item ? <Button onClick={onAll}>{t('screens.ledger.all')}</Button> : null}
    </header>
  );
}
