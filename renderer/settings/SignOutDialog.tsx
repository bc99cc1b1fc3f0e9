import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { appErrorOf } from '../bridge/client.ts';
import { useSignOut } from '../bridge/mutations.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';

/** Asks before signing out, and whether the local copy goes too. Keeping it is what happens unless asked otherwise. */
export function SignOutDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [wipe, setWipe] = useState(false);
  const signOut = useSignOut();
  const errorWords = useErrorWords();
  const id = useId();
  return (
    <ConfirmDialog
      title={t('screens.settings.connection.confirm.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('screens.app.cancel')}</Button>
          <Button look="danger" blocked={signOut.isPending} onClick={() => signOut.mutate({ wipe }, { onSuccess: onClose })}>{t('screens.settings.connection.confirm.action')}</Button>
        </>
      }
    >
      <p>{t('screens.settings.connection.confirm.text')}</p>
      <span className="flex items-center gap-2 text-ink">
        <input id={id} type="checkbox" checked={wipe} onChange={(event) => setWipe(event.target.checked)} className="size-4 accent-accent" />
        <label htmlFor={id}>{t('screens.settings.connection.confirm.wipe')}</label>
      </span>
      <p className="text-sm text-ink-3">{t('screens.settings.connection.confirm.keep')}</p>
      {signOut.isError ? <ErrorNote words={errorWords(appErrorOf(signOut.error))} /> : null}
    </ConfirmDialog>
  );
}
