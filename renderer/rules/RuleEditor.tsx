import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueEntity } from '../../contract/entity.ts';
import type { Rule, RuleCondition } from '../../contract/rules.ts';
import { useSettings } from '../bridge/queries.ts';
import { Callout } from '../ui/Callout.tsx';
import { Input } from '../ui/Field.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import type { Desk } from './desk.ts';
import { FormLine } from './FormLine.tsx';
import { ACTIONS, DIGEST_MINUTES, isTold, LONGEST_NAME, neverHolds } from './rule-parts.ts';
import { RuleConditions } from './RuleConditions.tsx';
import { TryOut } from './TryOut.tsx';

/** Everything a rule says, each part kept as it is changed. */
export function RuleEditor({ rule, rules, index, desk, onChange, onOpenItem }: { rule: Rule; rules: readonly Rule[]; index: number; desk: Desk; onChange: (patch: Partial<Rule>) => void; onOpenItem: (entity: QueueEntity, id: string) => void }) {
  const { t } = useTranslation();
  const never = neverHolds(rule.when);
  return (
    <div role="group" aria-label={t('screens.rules.editor.label', { name: rule.name })} className="flex flex-col gap-6 border-t border-line px-4 py-5 pair:px-6">
      {rule.on ? null : <p className="text-pretty text-ink-2">{t('screens.rules.editor.offHint')}</p>}
      <NameField name={rule.name} onCommit={(name) => onChange({ name })} />
      <RuleConditions when={rule.when} desk={desk} onChange={(part: Partial<RuleCondition>) => onChange({ when: { ...rule.when, ...part } })} />
      {never ? <Callout role="status" tone="warn" what={t(`screens.rules.editor.never.${never}.what`)} next={t(`screens.rules.editor.never.${never}.next`)} /> : null}
      <Then rule={rule} onChange={onChange} />
      <TryOut rule={rule} rules={rules} index={index} onOpenItem={onOpenItem} />
    </div>
  );
}

/** It counts once the field is left or Enter is pressed. */
function NameField({ name, onCommit }: { name: string; onCommit: (name: string) => void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | null>(null);
  const missing = draft !== null && draft.trim() === '';
  const commit = () => {
    if (draft === null || missing) return;
    setDraft(null);
    if (draft.trim() !== name) onCommit(draft.trim());
  };
  return (
    <FormLine label={t('screens.rules.editor.name')} error={missing ? { what: t('screens.rules.editor.nameMissing.what'), next: t('screens.rules.editor.nameMissing.next') } : null}>
      {(control) => (
        <Input
          {...control}
          maxLength={LONGEST_NAME}
          className="max-w-[28rem]"
          value={draft ?? name}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
          }}
        />
      )}
    </FormLine>
  );
}

function Then({ rule, onChange }: { rule: Rule; onChange: (patch: Partial<Rule>) => void }) {
  const { t } = useTranslation();
  const { sound } = useSettings();
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 text-md font-semibold">{t('screens.rules.editor.then')}</legend>
      <div className="grid gap-x-6 gap-y-2 pair:grid-cols-2">
        {ACTIONS.map((action) => (
          <label key={action} className="flex items-start gap-2.5">
            <input type="radio" name={`action ${rule.id}`} checked={rule.action === action} onChange={() => onChange({ action })} className="mt-0.5 size-4 shrink-0 accent-accent" />
            <span className="min-w-0">{t(`screens.rules.editor.action.${action}`)}<span className="block text-sm text-pretty text-ink-3">{t(`screens.rules.editor.actionHelp.${action}`, { minutes: DIGEST_MINUTES })}</span></span>
          </label>
        ))}
      </div>
      {rule.action === 'toast' ? <Toggle label={t('screens.rules.editor.sound')} help={sound ? undefined : t('screens.rules.editor.soundOff')} checked={rule.sound} onChange={(on) => onChange({ sound: on })} /> : null}
      {isTold(rule.action) ? <Toggle label={t('screens.rules.editor.breaksQuiet')} checked={rule.breaksQuiet} onChange={(breaksQuiet) => onChange({ breaksQuiet })} /> : null}
    </fieldset>
  );
}
