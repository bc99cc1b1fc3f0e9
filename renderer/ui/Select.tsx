import { clsx } from 'clsx';
import type { ComponentProps } from 'react';

/** The system's own select, in the look of our text controls: it is read out well, and long lists stay quick. */
export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return (
    <select
      className={clsx('min-h-8 w-full min-w-0 truncate rounded-md border border-control-line bg-surface px-2 py-1 text-base text-ink focus-visible:border-accent-ink focus-visible:outline-1 focus-visible:outline-offset-0 aria-invalid:border-bad-ink disabled:opacity-60', className)}
      {...rest}
    />
  );
}
