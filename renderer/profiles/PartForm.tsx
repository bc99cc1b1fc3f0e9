import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiProfile } from '../../contract/profile/schema.ts';
import { Button } from '../ui/Button.tsx';
import { Field, Input } from '../ui/Field.tsx';
import type { FieldError } from './part-checks.ts';
import type { PartField, Values } from './part-field.ts';
import { partFields, withPartValues } from './part-form.ts';
import { Select } from '../ui/Select.tsx';
import { foundText, kindOf, partOf, type Line } from './subjects.ts';

/** A part of the profile as fields to correct by hand. Enter applies; what is wrong is said beside the field and takes the focus; nothing typed is lost. */
export function PartForm({ profile, line, label, busy, onApply }: { profile: ApiProfile; line: Line; label: string; busy: boolean; onApply: (profile: ApiProfile) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<Values>({});
  const [wrong, setWrong] = useState<Readonly<Record<string, FieldError>>>({});
  const form = useRef<HTMLFormElement>(null);
  const fields = partFields(profile, line, typed);
  const [applied, setApplied] = useState<'asked' | 'done' | null>(null);
  // Goes by this part alone: what is typed here stays while another line is corrected.
  const part = JSON.stringify(partOf(profile, line));
  const [shown, setShown] = useState(part);
  if (shown !== part) {
    setShown(part);
    setTyped({});
    setWrong({});
    setApplied(applied === 'asked' ? 'done' : null);
  }

  const change = (key: string, value: string) => {
    setApplied(null);
    setTyped((before) => ({ ...before, [key]: value }));
    setWrong(({ [key]: _gone, ...rest }) => rest);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const values = Object.fromEntries(fields.map(({ key, value }) => [key, typed[key] ?? value]));
    const problems = Object.fromEntries(fields.flatMap(({ key, check }) => {
      const problem = check?.(values[key] ?? '') ?? null;
      return problem === null ? [] : [[key, problem] as const];
    }));
    setWrong(problems);
    const first = fields.find(({ key }) => problems[key]);
    if (first) form.current?.querySelector<HTMLElement>(`[name="${CSS.escape(first.key)}"]`)?.focus();
    else {
      setApplied('asked');
      onApply(withPartValues(profile, line, values));
    }
  };
  return (
    <form ref={form} noValidate aria-label={label} onSubmit={submit} className="flex flex-col gap-3">
      {kindOf(line) === 'fields' ? <p className="text-sm text-ink-3">{t('screens.profiles.edit.help.fields')}</p> : null}
      {foundText(profile, line) === null && (kindOf(line) === 'list' || kindOf(line) === 'get') ? <p className="text-sm text-ink-2">{t('screens.profiles.edit.removed')}</p> : null}
      <div className="grid items-start gap-x-4 gap-y-3 pair:grid-cols-2">
        {fields.map((field) => <PartControl key={field.key} field={field} value={typed[field.key] ?? field.value} error={wrong[field.key] ?? null} onChange={change} />)}
      </div>
      <div className="flex items-center gap-3"><Button type="submit" size="small" blocked={busy}>{busy ? t('screens.profiles.table.working') : t('screens.profiles.edit.apply')}</Button><span role="status" className="text-sm text-ink-2">{applied === 'done' ? t('screens.profiles.edit.applied') : ''}</span></div>
    </form>
  );
}

function PartControl({ field, value, error, onChange }: { field: PartField; value: string; error: FieldError | null; onChange: (key: string, value: string) => void }) {
  const { t } = useTranslation();
  const { key, options, help } = field;
  const label = field.record === undefined ? t(`screens.profiles.edit.field.${field.key}`) : field.record === null ? key : t(`screens.field.${field.record}`);
  const words = error ? { what: t(`screens.profiles.edit.error.${error}.what`), next: t(`screens.profiles.edit.error.${error}.next`) } : null;
  return (
    <Field label={label} help={help ? t(`screens.profiles.edit.help.${help}`) : undefined} error={words}>
      {(control) => options
        ? <Select {...control} name={key} value={value} onChange={(event) => onChange(key, event.target.value)}>{options.map((option) => <option key={option} value={option}>{t(`screens.profiles.edit.option.${option}`)}</option>)}</Select>
        : <Input {...control} name={key} value={value} onChange={(event) => onChange(key, event.target.value)} className="font-mono text-sm" />}
    </Field>
  );
}
