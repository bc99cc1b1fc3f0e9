import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueEntity } from '../../contract/entity.ts';
import type { RuleCondition } from '../../contract/rules.ts';
import { useSettings } from '../bridge/queries.ts';
import { Select } from '../profiles/Select.tsx';
import { Callout } from '../ui/Callout.tsx';
import { Field, Input } from '../ui/Field.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { TagChip } from '../ui/TagChip.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { AgeField } from './AgeField.tsx';
import type { Desk } from './desk.ts';
import { ASSIGNEES, EVENTS, FIELDS } from './rule-parts.ts';
import { ValueChoice } from './ValueChoice.tsx';

/** Minutes that "waits too long" begins with. */
const USUAL_WAIT = 15;
const ABOUTS = ['any', 'ticket', 'task'] as const;

/** What must be true for a rule to decide, in the words of the desk. */
export function RuleConditions({ when, desk, onChange }: { when: RuleCondition; desk: Desk; onChange: (part: Partial<RuleCondition>) => void }) {
  const { t } = useTranslation();
  const { me } = useSettings();
  const section = t('screens.settings.sections.identity');
  const tags = (list: Desk['tags']) => list.map((tag) => ({ key: tag.id, label: tag.name, mark: <TagChip tag={tag} className="max-w-40" /> }));
  const plain = (values: readonly string[]) => values.map((value) => ({ key: value, label: value }));
  return (
    <section className="flex flex-col gap-5">
      <div>
        <h3 className="text-md font-semibold">{t('screens.rules.editor.conditions')}</h3>
        <p className="text-sm text-ink-3">{t('screens.rules.editor.conditionsHelp')}</p>
      </div>
      <Line label={t('screens.rules.editor.about')}>
        <Segmented label={t('screens.rules.editor.about')} value={when.entity ?? 'any'} onChange={(about: QueueEntity | 'any') => onChange({ entity: about === 'any' ? null : about })} options={ABOUTS.map((value) => ({ value, label: t(`screens.rules.editor.abouts.${value}`) }))} />
      </Line>
      <Checks label={t('screens.rules.editor.events')} help={t('screens.rules.editor.eventsHelp')} values={EVENTS.map((key) => ({ key, label: t(`screens.rules.editor.event.${key}`) }))} chosen={when.events} onChange={(events) => onChange(events.includes('waiting') && when.olderThanMinutes === null ? { events, olderThanMinutes: USUAL_WAIT } : { events })} />
      {when.fields.length > 0 || when.events.length === 0 || when.events.includes('changed') ? (
        <Checks label={t('screens.rules.editor.fields')} help={t('screens.rules.editor.fieldsHelp')} values={FIELDS.map((key) => ({ key, label: t(`screens.rules.field.${key}`) }))} chosen={when.fields} onChange={(fields) => onChange({ fields })} />
      ) : null}
      <Departments when={when} desk={desk} section={section} onChange={onChange} />
      <Field label={t('screens.rules.editor.assignee')}>
        {(control) => (
          <Select
            {...control}
            className="max-w-60"
            value={when.assignee}
            onChange={(event) => {
              const chosen = ASSIGNEES.find((each) => each === event.target.value);
              if (chosen) onChange({ assignee: chosen });
            }}
          >
            {ASSIGNEES.map((each) => <option key={each} value={each}>{t(`screens.rules.editor.assignees.${each}`)}</option>)}
          </Select>
        )}
      </Field>
      {me === null && (when.assignee === 'me' || when.assignee === 'others') ? <Callout role="status" tone="warn" what={t('screens.rules.editor.noIdentity', { section })} /> : null}
      <ValueChoice label={t('screens.rules.editor.statuses')} own chosen={when.statuses} options={plain(desk.statuses)} onChange={(statuses) => onChange({ statuses })} />
      <ValueChoice label={t('screens.rules.editor.priorities')} own chosen={when.priorities} options={plain(desk.priorities)} onChange={(priorities) => onChange({ priorities })} />
      <ValueChoice label={t('screens.rules.editor.tags')} chosen={when.tagIds} options={tags(desk.tags)} onChange={(tagIds) => onChange({ tagIds })} />
      <ValueChoice label={t('screens.rules.editor.consumerTags')} chosen={when.consumerTagIds} options={tags(desk.consumerTags)} onChange={(consumerTagIds) => onChange({ consumerTagIds })} />
      <Field label={t('screens.rules.editor.keyword')} help={t('screens.rules.editor.keywordHelp')}>
        {(control) => <Input {...control} className="max-w-[28rem]" maxLength={120} value={when.keyword} onChange={(event) => onChange({ keyword: event.target.value })} />}
      </Field>
      <AgeField minutes={when.olderThanMinutes} onChange={(olderThanMinutes) => onChange({ olderThanMinutes })} />
      <Toggle label={t('screens.rules.editor.followed')} checked={when.followed} onChange={(followed) => onChange({ followed })} />
    </section>
  );
}

function Departments({ when, desk, section, onChange }: { when: RuleCondition; desk: Desk; section: string; onChange: (part: Partial<RuleCondition>) => void }) {
  const { t } = useTranslation();
  const chosen = typeof when.departments === 'string' ? [] : when.departments;
  const mode = typeof when.departments === 'string' ? when.departments : 'chosen';
  const label = t('screens.rules.editor.departments');
  return (
    <div className="flex flex-col gap-2">
      <Line label={label}>
        <Segmented
          label={label}
          value={mode}
          onChange={(next: 'any' | 'mine' | 'chosen') => {
            const first = desk.departments[0];
            if (next !== 'chosen') onChange({ departments: next });
            // A list of departments names at least one.
            else if (first) onChange({ departments: [first.id] });
          }}
          options={(['any', 'mine', ...(desk.departments.length > 0 || mode === 'chosen' ? (['chosen'] as const) : [])] as const).map((value) => ({ value, label: t(`screens.rules.editor.department.${value}`) }))}
        />
      </Line>
      {mode === 'mine' ? <p className="text-sm text-pretty text-ink-3">{t('screens.rules.editor.departmentsMineHelp', { section })}</p> : null}
      {mode === 'chosen' ? <ValueChoice bare label={label} chosen={chosen} options={desk.departments.map(({ id, name }) => ({ key: id, label: name }))} onChange={(ids) => onChange({ departments: ids.length > 0 ? ids : 'any' })} /> : null}
    </div>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1.5"><span className="font-medium">{label}</span>{children}</div>;
}

function Checks<T extends string>({ label, help, values, chosen, onChange }: { label: string; help: string; values: readonly { key: T; label: string }[]; chosen: readonly T[]; onChange: (chosen: T[]) => void }) {
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="contents"><span className="font-medium">{label}</span></legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1.5">
        {values.map(({ key, label: name }) => (
          <label key={key} className="flex items-center gap-2">
            <input type="checkbox" checked={chosen.includes(key)} onChange={(event) => onChange(event.target.checked ? [...chosen, key] : chosen.filter((each) => each !== key))} className="size-4 shrink-0 accent-accent" />
            <span className="first-letter:uppercase">{name}</span>
          </label>
        ))}
      </div>
      <p className="text-sm text-ink-3">{help}</p>
    </fieldset>
  );
}
