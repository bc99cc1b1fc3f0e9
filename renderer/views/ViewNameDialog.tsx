import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Field, Input } from '../ui/Field.tsx';

/** Names longer than this are refused, as contract/models/filter.ts says. */
const LONGEST_NAME = 60;

/** Asks for the name of a view: a new one, or another one for a view that is there. Two of one name could not be told apart. */
export function ViewNameDialog({ name: former, taken, onName, onClose }: { name: string | null; taken: readonly string[]; onName: (name: string) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(former ?? '');
  const [problem, setProblem] = useState<'nameEmpty' | 'nameTaken' | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    const found = wanted === '' ? 'nameEmpty' : wanted !== former && taken.includes(wanted) ? 'nameTaken' : null;
    setProblem(found);
    if (found === null) onName(wanted);
  };
  return (
    <ConfirmDialog title={t(former === null ? 'screens.views.save' : 'screens.views.rename')} onClose={onClose} actions={<><Button onClick={onClose}>{t('screens.app.cancel')}</Button><Button look="primary" type="submit" form="view-name">{t('screens.views.keep')}</Button></>}>
      {former === null ? <p>{t('screens.views.saveLead')}</p> : null}
      <form id="view-name" noValidate onSubmit={submit} className="text-ink">
        <Field label={t('screens.views.name')} error={problem ? { what: t(`screens.views.${problem}`), next: '' } : null}>
          {(control) => <Input {...control} autoFocus maxLength={LONGEST_NAME} value={name} onFocus={(event) => event.target.select()} onChange={(event) => setName(event.target.value)} />}
        </Field>
      </form>
    </ConfirmDialog>
  );
}
