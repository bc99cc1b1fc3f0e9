import { useId, type ReactNode } from 'react';
import type { ErrorWords } from '../format/error-words.ts';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import type { FieldControl } from '../ui/Field.tsx';

/** A line of the rule editor: what is asked on the left, the answer on the right, one below the other where there is no room. The control takes what ties it to its label, or names itself. */
export function FormLine({ label, help, error, children }: { label: string; help?: ReactNode; error?: ErrorWords | null; children: (control: FieldControl) => ReactNode }) {
  const id = useId();
  const described = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className="grid gap-x-6 gap-y-1 pair:grid-cols-[9.5rem_minmax(0,1fr)]">
      <label htmlFor={id} className="font-medium pair:pt-1.5">{label}</label>
      <div className="flex min-w-0 flex-col gap-1">
        <div className="flex min-h-8 min-w-0 items-center">{children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}</div>
        {error ? <ErrorNote id={`${id}-error`} words={error} /> : null}
        {help ? <p id={`${id}-help`} className="text-sm text-pretty text-ink-3">{help}</p> : null}
      </div>
    </div>
  );
}

/** Several answers to one question, ticked. */
export function ChecksLine<T extends string>({ label, help, values, chosen, onChange }: { label: string; help: string; values: readonly { key: T; label: string }[]; chosen: readonly T[]; onChange: (chosen: T[]) => void }) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className="grid gap-x-6 gap-y-1 pair:grid-cols-[9.5rem_minmax(0,1fr)]">
      <span id={id} className="font-medium">{label}</span>
      <div className="flex min-w-0 flex-col gap-1.5">
        <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,11rem),1fr))] gap-x-4 gap-y-1.5">
          {values.map(({ key, label: name }) => (
            <label key={key} className="flex items-start gap-2">
              <input type="checkbox" checked={chosen.includes(key)} onChange={(event) => onChange(event.target.checked ? [...chosen, key] : chosen.filter((each) => each !== key))} className="mt-0.5 size-4 shrink-0 accent-accent" />
              <span className="min-w-0 first-letter:uppercase">{name}</span>
            </label>
          ))}
        </div>
        <p className="text-sm text-ink-3">{help}</p>
      </div>
    </div>
  );
}
