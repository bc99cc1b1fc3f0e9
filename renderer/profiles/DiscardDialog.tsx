import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';

/** Asks before an import that was worked on is thrown away. */
export function DiscardDialog({ onKeep, onDiscard }: { onKeep: () => void; onDiscard: () => void }) {
  const { t } = useTranslation();
  return (
    <ConfirmDialog
      title={t('screens.profiles.page.discard.title')}
      onClose={onKeep}
      actions={
        <>
          <Button onClick={onKeep}>{t('screens.profiles.page.discard.keep')}</Button>
          <Button look="danger" onClick={onDiscard}>{t('screens.profiles.page.discard.action')}</Button>
        </>
      }
    >
      <p>{t('screens.profiles.page.discard.text')}</p>
    </ConfirmDialog>
  );
}
