import { clsx } from 'clsx';
import { useId, type ComponentProps, type ReactNode } from 'react';
import type { ErrorWords } from '../format/error-words.ts';
import { ErrorNote } from './ErrorNote.tsx';

/** Attributes that tie a control to its label, help and error. Spread them on the control. */
export interface FieldControl {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
}

/** A label, a control, a short help and, when something is wrong with it, an error below. */
export function Field({ label, help, aside, error, children }: { label: string; help?: ReactNode; aside?: ReactNode; error?: ErrorWords | null | undefined; children: (control: FieldControl) => ReactNode }) {
  const id = useId();
  const described = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="font-medium">{label}</label>
        {aside ? <span className="text-sm text-ink-3 tabular-nums">{aside}</span> : null}
      </div>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {error ? <ErrorNote id={`${id}-error`} words={error} /> : null}
      {help ? <p id={`${id}-help`} className="text-sm text-pretty text-ink-3">{help}</p> : null}
    </div>
  );
}

/** A one-line text control for a {@link Field}. */
export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return (
    <input
      spellCheck={false}
      autoComplete="off"
      className={clsx(
        'min-h-8 w-full min-w-0 rounded-md border border-control-line bg-surface px-2.5 py-1 text-base text-ink placeholder:text-ink-3',
        'focus-visible:border-accent-ink focus-visible:outline-1 focus-visible:outline-offset-0 aria-invalid:border-bad-ink aria-invalid:outline-bad-ink read-only:bg-canvas disabled:opacity-60',
        className,
      )}
      {...rest}
    />
  );
}
