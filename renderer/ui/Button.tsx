import { clsx } from 'clsx';
import type { ComponentProps } from 'react';

const LOOKS = {
  primary: 'bg-accent text-on-accent border border-transparent not-aria-disabled:hover:bg-accent-hover font-medium',
  secondary: 'bg-raised text-ink border border-control-line not-aria-disabled:hover:bg-hover',
  ghost: 'text-ink-2 border border-transparent not-aria-disabled:hover:bg-hover not-aria-disabled:hover:text-ink',
  danger: 'bg-raised text-bad-ink border border-control-line not-aria-disabled:hover:border-bad-ink not-aria-disabled:hover:bg-bad-soft',
} as const;
const SIZES = { medium: 'min-h-8 px-3 text-base', small: 'min-h-7 px-2 text-sm', icon: 'size-7 justify-center p-0' } as const;

/** Looks, size and whatever a `button` takes. */
export interface ButtonProps extends ComponentProps<'button'> {
  look?: keyof typeof LOOKS;
  size?: keyof typeof SIZES;
  /** Cannot be pressed now, but keeps the focus and its tooltip, which `disabled` would take away. */
  blocked?: boolean;
}

/** A button. `size="icon"` needs an `aria-label`. */
export function Button({ look = 'secondary', size = 'medium', blocked = false, className, type = 'button', onClick, ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={clsx('inline-flex shrink-0 items-center gap-1.5 rounded-md whitespace-nowrap transition-colors duration-100 aria-disabled:opacity-55', LOOKS[look], SIZES[size], className)}
      {...rest}
      aria-disabled={blocked || undefined}
      onClick={blocked ? (event) => event.preventDefault() : onClick}
    />
  );
}
