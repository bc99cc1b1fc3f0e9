import { useTranslation } from 'react-i18next';
import type { RuleCondition } from '../../contract/rules.ts';
import { Segmented } from '../ui/Segmented.tsx';
import type { Desk } from './desk.ts';
import { FormLine } from './FormLine.tsx';
import { ValueChoice } from './ValueChoice.tsx';

/** Any department, the person's own, or some of them. */
export function DepartmentCondition({ when, desk, onChange }: { when: RuleCondition; desk: Desk; onChange: (part: Partial<RuleCondition>) => void }) {
  const { t } = useTranslation();
  const chosen = typeof when.departments === 'string' ? [] : when.departments;
  const mode = typeof when.departments === 'string' ? when.departments : 'chosen';
  const label = t('screens.rules.editor.departments');
  const modes = desk.departments.length > 0 || mode === 'chosen' ? (['any', 'mine', 'chosen'] as const) : (['any', 'mine'] as const);
  const choose = (next: 'any' | 'mine' | 'chosen') => {
    const first = desk.departments[0];
    if (next !== 'chosen') onChange({ departments: next });
    // A list of departments names at least one.
    else if (first) onChange({ departments: [first.id] });
  };
  return (
    <FormLine label={label} help={mode === 'mine' ? t('screens.rules.editor.departmentsMineHelp', { section: t('screens.settings.sections.identity') }) : undefined}>
      {() => (
        <div className="flex min-w-0 flex-col items-start gap-2">
          <Segmented label={label} value={mode} onChange={choose} options={modes.map((value) => ({ value, label: t(`screens.rules.editor.department.${value}`) }))} />
          {mode === 'chosen' ? <ValueChoice label={label} chosen={chosen} options={desk.departments.map(({ id, name }) => ({ key: id, label: name }))} onChange={(ids) => onChange({ departments: ids.length > 0 ? ids : 'any' })} /> : null}
        </div>
      )}
    </FormLine>
  );
}
