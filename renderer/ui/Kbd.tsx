import { clsx } from 'clsx';

/** Keys to press, each as a key cap. */
export function Kbd({ keys, large = false }: { keys: readonly string[]; large?: boolean }) {
  return (
    <span className="inline-flex gap-0.5">
      {keys.map((key) => (
        <kbd key={key} className={clsx('inline-flex items-center justify-center rounded border border-line bg-surface font-sans', large ? 'h-7 min-w-7 px-2 text-base text-ink' : 'h-[1.125rem] min-w-[1.125rem] px-1 text-xs text-ink-3')}>{key}</kbd>
      ))}
    </span>
  );
}
