import { ScrollText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import type { LedgerItem } from './LedgerScreen.tsx';

/** What stands where the ledger has nothing: why, and what to do. */
export function LedgerEmpty({ search, item, onAll, onClear }: { search: string; item: LedgerItem; onAll: () => void; onClear: () => void }) {
  const { t } = useTranslation();
  if (search !== '') {
    return (
      <EmptyState icon={ScrollText} title={t('screens.ledger.none.title', { search })} text={t('screens.ledger.none.text')}>
        <Button onClick={onClear}>{t('screens.ledger.none.action')}</Button>
      </EmptyState>
    );
  }
  if (item) {
    return (
      <EmptyState icon={ScrollText} title={t('screens.ledger.emptyItem.title')} text={t('screens.ledger.emptyItem.text')}>
        <Button onClick={onAll}>{t('screens.ledger.all')}</Button>
      </EmptyState>
    );
  }
  return <EmptyState icon={ScrollText} title={t('screens.ledger.empty.title')} text={t('screens.ledger.empty.text')} />;
}
