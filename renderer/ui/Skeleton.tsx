import { clsx } from 'clsx';

/** A quiet bar where text will be. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={clsx('block h-3 animate-pulse rounded bg-neutral-soft', className)} />;
}
