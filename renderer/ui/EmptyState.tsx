import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** What stands where there is nothing to list: why, and what to do about it. */
export function EmptyState({ icon: Icon, title, text, children }: { icon: LucideIcon; title: string; text?: ReactNode; children?: ReactNode }) {
  return (
    <div className="flex h-full flex-col items-center justify-center-safe gap-1 overflow-y-auto px-8 py-6 text-center">
      <span className="mb-2 flex size-10 shrink-0 items-center justify-center rounded-xl bg-neutral-soft text-ink-3"><Icon className="size-5" aria-hidden /></span>
      <p className="max-w-full text-md font-medium wrap-anywhere">{title}</p>
      {text ? <p className="max-w-80 text-pretty text-ink-3">{text}</p> : null}
      {children ? <div className="mt-3 flex flex-wrap justify-center gap-2">{children}</div> : null}
    </div>
  );
}
