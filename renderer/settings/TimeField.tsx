import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Input } from '../ui/Field.tsx';
import { clockTime } from '../format/clock-time.ts';

/**
 * A time of day on the 24-hour clock, as everywhere in the app; the browser's own field follows the system's. It counts once
 * the field is left or Enter is pressed; a wrong one stays, with what is wrong.
 */
export function TimeField({ label, describedBy, value, onCommit }: { label: string; describedBy?: string; value: string; onCommit: (value: string) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const commit = () => {
    if (draft === null) return;
    const time = clockTime(draft);
    setWrong(time === null);
    if (time === null) return;
    setDraft(null);
    if (time !== value) onCommit(time);
  };
  return (
    <span className="flex flex-col gap-1">
      <span className="w-20">
        <Input
          inputMode="numeric"
          maxLength={5}
          aria-label={label}
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? id : describedBy}
          className="text-center tabular-nums"
          value={draft ?? value}
          onFocus={(event) => event.target.select()}
          onChange={(event) => {
            setDraft(event.target.value);
            if (clockTime(event.target.value) !== null) setWrong(false);
          }}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
          }}
        />
      </span>
      {wrong ? <ErrorNote id={id} words={{ what: t('screens.settings.quiet.wrong.what'), next: t('screens.settings.quiet.wrong.next') }} /> : null}
    </span>
  );
}
