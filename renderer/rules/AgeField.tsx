import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../ui/Select.tsx';
import { Input } from '../ui/Field.tsx';
import { wholeNumber } from '../ui/NumberField.tsx';
import { FormLine } from './FormLine.tsx';

const UNITS = { minutes: 1, hours: 60, days: 1440 } as const;
type Unit = keyof typeof UNITS;
const NAMES = ['minutes', 'hours', 'days'] as const satisfies readonly Unit[];
/** A year, in minutes. */
const LONGEST = 365 * 1440;

/** The largest unit in which a length is a whole number. */
function unitOf(minutes: number | null): Unit {
  if (minutes === null) return 'minutes';
  return NAMES.findLast((unit) => minutes % UNITS[unit] === 0) ?? 'minutes';
}

/** A length of time in minutes, null for none, written in the unit that suits it. A wrong one stays in the field, with what is wrong. */
export function AgeField({ minutes, onChange }: { minutes: number | null; onChange: (minutes: number | null) => void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<{ text: string; unit: Unit } | null>(null);
  const unit = draft?.unit ?? unitOf(minutes);
  const text = draft?.text ?? (minutes === null ? '' : String(minutes / UNITS[unit]));
  const lengthOf = (value: string, of: Unit) => {
    const count = wholeNumber(value, 1, Math.floor(LONGEST / UNITS[of]));
    return count === null ? null : count * UNITS[of];
  };
  const wrong = text.trim() !== '' && lengthOf(text, unit) === null;
  const type = (value: string, of: Unit) => {
    setDraft({ text: value, unit: of });
    const next = lengthOf(value, of);
    if (next === null && value.trim() !== '') return;
    if (next !== minutes) onChange(next);
  };
  return (
    <FormLine label={t('screens.rules.editor.age')} help={t('screens.rules.editor.ageHelp')} error={wrong ? { what: t('screens.rules.editor.ageWrong.what'), next: t('screens.rules.editor.ageWrong.next') } : null}>
      {(control) => (
        <div className="flex items-center gap-2">
          <Input {...control} inputMode="numeric" className="max-w-24 tabular-nums" value={text} onChange={(event) => type(event.target.value, unit)} />
          <Select
            aria-label={t('screens.rules.editor.unit')}
            className="max-w-32"
            value={unit}
            onChange={(event) => {
              const chosen = NAMES.find((name) => name === event.target.value);
              if (chosen) type(text, chosen);
            }}
          >
            {NAMES.map((name) => <option key={name} value={name}>{t(`screens.rules.editor.units.${name}`)}</option>)}
          </Select>
        </div>
      )}
    </FormLine>
  );
}
