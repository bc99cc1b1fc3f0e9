import { useState, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, Input } from './Field.tsx';

/** The whole number a text stands for; null when it is none or out of range. */
export function wholeNumber(text: string, min: number, max: number): number | null {
  const value = /^\d{1,9}$/.test(text.trim()) ? Number(text) : NaN;
  return value >= min && value <= max ? value : null;
}

/** A whole number in a range. It counts once the field is left or Enter is pressed; a wrong one stays, with an error. */
export function NumberField({ label, help, value, min, max, inputRef, onCommit }: { label: string; help?: ReactNode; value: number; min: number; max: number; inputRef?: RefObject<HTMLInputElement | null>; onCommit: (value: number) => void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const commit = () => {
    if (draft === null) return;
    const next = wholeNumber(draft, min, max);
    setWrong(next === null);
    if (next === null) return;
    setDraft(null);
    if (next !== value) onCommit(next);
  };
  return (
    <Field label={label} help={help} error={wrong ? { what: t('screens.settings.sync.range', { min, max }), next: '' } : null}>
      {(control) => (
        <Input
          {...control}
          {...(inputRef && { ref: inputRef })}
          inputMode="numeric"
          className="max-w-28 tabular-nums"
          value={draft ?? String(value)}
          onChange={(event) => {
            setDraft(event.target.value);
            // Not only once the field is left: the line going away then would move what is being clicked.
            if (wholeNumber(event.target.value, min, max) !== null) setWrong(false);
          }}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
          }}
        />
      )}
    </Field>
  );
}
