import { useTranslation } from 'react-i18next';

/** The departments somebody works in, as check boxes. One that is gone at the server stays ticked, and can be unticked. */
export function DepartmentChoice({ departments, chosen, onChange }: { departments: readonly { readonly id: string; readonly name: string }[]; chosen: readonly string[]; onChange: (ids: string[]) => void }) {
  const { t } = useTranslation();
  const gone = chosen.filter((id) => !departments.some((department) => department.id === id));
  const all = [...departments, ...gone.map((id) => ({ id, name: t('screens.identity.departmentGone', { id }) }))];
  const toggle = (id: string, on: boolean) => onChange(on ? [...chosen, id] : chosen.filter((other) => other !== id));
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="contents"><span className="font-medium">{t('screens.identity.departments')}</span></legend>
      {all.length === 0 ? <p className="text-pretty text-ink-3">{t('screens.identity.departmentsEmpty')}</p> : (
        <div className="grid max-h-56 grid-cols-[repeat(auto-fill,minmax(min(100%,13rem),1fr))] gap-x-3 overflow-y-auto rounded-lg border border-control-line bg-surface p-1">
          {all.map(({ id, name }) => (
            <label key={id} className="flex min-h-8 min-w-0 items-center gap-2.5 rounded-md px-2 hover:bg-hover has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent-ink">
              <input type="checkbox" checked={chosen.includes(id)} onChange={(event) => toggle(id, event.target.checked)} className="size-4 shrink-0 accent-accent outline-0" />
              <span className="min-w-0 flex-1 truncate" title={name}>{name}</span>
            </label>
          ))}
        </div>
      )}
      <p className="text-sm text-pretty text-ink-3">{t('screens.identity.departmentsHelp')}</p>
    </fieldset>
  );
}
