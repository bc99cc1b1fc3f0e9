import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { appErrorOf } from '../bridge/client.ts';
import { Button } from '../ui/Button.tsx';
import { Field, Input } from '../ui/Field.tsx';
import { useProfileErrorWords } from './useProfileErrorWords.ts';
import { useSaveProfile } from './useProfiles.ts';

/** A profile that was kept. */
export interface Saved {
  readonly id: string;
  readonly name: string;
}

/** Keeps the import under a name. Enter saves; what is wrong is said below the name. */
export function ProfileSave({ proposedName, onSaved }: { proposedName: string; onSaved: (saved: Saved) => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(proposedName);
  const [empty, setEmpty] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const save = useSaveProfile();
  const errorWords = useProfileErrorWords();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (save.isPending) return;
    setEmpty(name.trim() === '');
    if (name.trim() === '') return void input.current?.focus();
    save.mutate(name.trim(), {
      onSuccess: (id) => {
        if (id !== null) onSaved({ id, name: name.trim() });
      },
      onError: () => input.current?.focus(),
    });
  };
  const error = empty ? { what: t('screens.profiles.save.empty.what'), next: t('screens.profiles.save.empty.next') } : save.isError ? errorWords(appErrorOf(save.error)) : null;
  return (
    <section aria-label={t('screens.profiles.save.title')} className="flex flex-col gap-4">
      <h2 className="text-lg font-semibold">{t('screens.profiles.save.title')}</h2>
      <form noValidate aria-label={t('screens.profiles.save.title')} onSubmit={submit} className="flex max-w-[32rem] flex-col gap-4">
        <Field label={t('screens.profiles.save.name')} help={t('screens.profiles.save.help')} error={error}>
          {(control) => <Input {...control} ref={input} name="profileName" maxLength={120} value={name} onChange={(event) => { setName(event.target.value); setEmpty(false); }} />}
        </Field>
        <div><Button look="primary" type="submit" blocked={save.isPending}>{save.isPending ? t('screens.profiles.save.saving') : t('screens.profiles.save.action')}</Button></div>
      </form>
    </section>
  );
}
