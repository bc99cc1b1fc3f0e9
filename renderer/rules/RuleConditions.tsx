import { useTranslation } from 'react-i18next';
import type { QueueEntity } from '../../contract/entity.ts';
import type { RuleCondition } from '../../contract/rules.ts';
import { useSettings } from '../bridge/queries.ts';
import { Select } from '../ui/Select.tsx';
import { Callout } from '../ui/Callout.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { SwitchControl } from '../ui/Toggle.tsx';
import { AgeField } from './AgeField.tsx';
import { DepartmentCondition } from './DepartmentCondition.tsx';
import type { Desk } from './desk.ts';
import { ChecksLine, FormLine } from './FormLine.tsx';
import { KeywordField } from './KeywordField.tsx';
import { ASSIGNEES, EVENTS, FIELDS } from './rule-parts.ts';
import { ValueChoice } from './ValueChoice.tsx';

/** Minutes that "waits too long" begins with. */
const USUAL_WAIT = 15;
const ABOUTS = ['any', 'ticket', 'task'] as const;

/** What must be true for a rule to decide, in the words of the desk. */
export function RuleConditions({ when, desk, onChange }: { when: RuleCondition; desk: Desk; onChange: (part: Partial<RuleCondition>) => void }) {
  const { t } = useTranslation();
  const { me } = useSettings();
  const plain = (values: readonly string[]) => values.map((value) => ({ key: value, label: value }));
  const tags = (list: Desk['tags']) => list.map(({ id, name }) => ({ key: id, label: name }));
  return (
    <section className="flex flex-col gap-4">
      <div>
        <h2 className="text-md font-semibold">{t('screens.rules.editor.conditions')}</h2>
        <p className="text-sm text-ink-3">{t('screens.rules.editor.conditionsHelp')}</p>
      </div>
      <FormLine label={t('screens.rules.editor.about')}>
        {() => <Segmented label={t('screens.rules.editor.about')} value={when.entity ?? 'any'} onChange={(about: QueueEntity | 'any') => onChange({ entity: about === 'any' ? null : about })} options={ABOUTS.map((value) => ({ value, label: t(`screens.rules.editor.abouts.${value}`) }))} />}
      </FormLine>
      <ChecksLine label={t('screens.rules.editor.events')} help={t('screens.rules.editor.eventsHelp')} values={EVENTS.map((key) => ({ key, label: t(`screens.rules.editor.event.${key}`) }))} chosen={when.events} onChange={(events) => onChange(events.includes('waiting') && when.olderThanMinutes === null ? { events, olderThanMinutes: USUAL_WAIT } : { events })} />
      {when.fields.length > 0 || when.events.length === 0 || when.events.includes('changed') ? (
        <ChecksLine label={t('screens.rules.editor.fields')} help={t('screens.rules.editor.fieldsHelp')} values={FIELDS.map((key) => ({ key, label: t(`screens.rules.field.${key}`) }))} chosen={when.fields} onChange={(fields) => onChange({ fields })} />
      ) : null}
      <DepartmentCondition when={when} desk={desk} onChange={onChange} />
      <FormLine label={t('screens.rules.editor.assignee')}>
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
      </FormLine>
      {me === null && (when.assignee === 'me' || when.assignee === 'others') ? <Callout role="status" tone="warn" what={t('screens.rules.editor.noIdentity', { section: t('screens.settings.sections.identity') })} /> : null}
      <ValueLine label={t('screens.rules.editor.statuses')} own chosen={when.statuses} options={plain(desk.statuses)} onChange={(statuses) => onChange({ statuses })} />
      <ValueLine label={t('screens.rules.editor.priorities')} own chosen={when.priorities} options={plain(desk.priorities)} onChange={(priorities) => onChange({ priorities })} />
      <ValueLine label={t('screens.rules.editor.tags')} chosen={when.tagIds} options={tags(desk.tags)} onChange={(tagIds) => onChange({ tagIds })} />
      <ValueLine label={t('screens.rules.editor.consumerTags')} chosen={when.consumerTagIds} options={tags(desk.consumerTags)} onChange={(consumerTagIds) => onChange({ consumerTagIds })} />
      <KeywordField keyword={when.keyword} onChange={(keyword) => onChange({ keyword })} />
      <AgeField minutes={when.olderThanMinutes} onChange={(olderThanMinutes) => onChange({ olderThanMinutes })} />
      <FormLine label={t('screens.rules.editor.followed')}>
        {({ id }) => <SwitchControl id={id} checked={when.followed} onChange={(followed) => onChange({ followed })} />}
      </FormLine>
    </section>
  );
}

function ValueLine(props: Parameters<typeof ValueChoice>[0]) {
  return <FormLine label={props.label}>{({ id }) => <ValueChoice {...props} buttonId={id} />}</FormLine>;
}
