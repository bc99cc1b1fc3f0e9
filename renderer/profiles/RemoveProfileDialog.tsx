import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../contract/profile/proposal.ts';
import { appErrorOf } from '../bridge/client.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { useRemoveProfile } from './useProfiles.ts';

/** Asks before a profile is deleted. */
export function RemoveProfileDialog({ profile, onClose }: { profile: ProfileEntry; onClose: () => void }) {
  const { t } = useTranslation();
  const remove = useRemoveProfile();
  const errorWords = useErrorWords();
  return (
    <ConfirmDialog
      title={t('screens.profiles.group.confirm.title', { name: profile.name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('screens.app.cancel')}</Button>
          <Button look="danger" blocked={remove.isPending} onClick={() => remove.mutate(profile.id, { onSuccess: onClose })}>{t('screens.profiles.group.confirm.action')}</Button>
        </>
      }
    >
      <p>{t('screens.profiles.group.confirm.text')}</p>
      {remove.isError ? <ErrorNote words={errorWords(appErrorOf(remove.error))} /> : null}
    </ConfirmDialog>
  );
}
