import { clsx } from 'clsx';
import type { ComponentProps } from 'react';

const LOOKS = {
  primary: 'bg-accent text-on-accent border border-transparent enabled:hover:bg-accent-hover font-medium',
  secondary: 'bg-raised text-ink border border-control-line enabled:hover:bg-hover',
  ghost: 'text-ink-2 border border-transparent enabled:hover:bg-hover enabled:hover:text-ink',
  danger: 'bg-raised text-bad-ink border border-control-line enabled:hover:border-bad-ink enabled:hover:bg-bad-soft',
} as const;
const SIZES = { medium: 'min-h-8 px-3 text-base', small: 'min-h-7 px-2 text-sm', icon: 'size-7 justify-center p-0' } as const;

/** Looks, size and whatever a `button` takes. */
export interface ButtonProps extends ComponentProps<'button'> {
  look?: keyof typeof LOOKS;
  size?: keyof typeof SIZES;
}

/** A button. `size="icon"` needs an `aria-label`. */
export function Button({ look = 'secondary', size = 'medium', className, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={clsx('inline-flex shrink-0 items-center gap-1.5 rounded-md whitespace-nowrap transition-colors duration-100 disabled:opacity-55', LOOKS[look], SIZES[size], className)}
      {...rest}
    />
  );
}
