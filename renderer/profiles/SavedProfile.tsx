import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { appErrorOf } from '../bridge/client.ts';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import type { Saved } from './ProfileSave.tsx';
import { useProfileErrorWords } from './useProfileErrorWords.ts';
import { useUseProfile } from './useProfiles.ts';

/** After saving: use it now, or not yet. `onDone` hears whether it is in use. */
export function SavedProfile({ saved, onDone }: { saved: Saved; onDone: (used: boolean) => void }) {
  const { t } = useTranslation();
  const use = useUseProfile();
  const errorWords = useProfileErrorWords();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <div className="flex flex-col gap-4">
      <h1 className="text-xl font-semibold">{t('screens.profiles.page.title')}</h1>
      <Callout role="status" tone="good" what={t('screens.profiles.save.saved', { name: saved.name })} next={t('screens.profiles.save.savedNext')} />
      {use.isError ? <ErrorNote reveal words={errorWords(appErrorOf(use.error))} /> : null}
      <div className="flex flex-wrap gap-2">
        <Button ref={first} look="primary" blocked={use.isPending} onClick={() => use.mutate(saved.id, { onSuccess: () => onDone(true) })}>{use.isPending ? t('screens.profiles.save.using') : t('screens.profiles.save.use')}</Button>
        <Button blocked={use.isPending} onClick={() => onDone(false)}>{t('screens.profiles.save.later')}</Button>
      </div>
    </div>
  );
}
