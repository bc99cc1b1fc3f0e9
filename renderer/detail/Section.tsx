import { useId, type ReactNode } from 'react';

/** A part of the detail pane under its own heading; `aside` stands at the end of the heading's line. */
export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <div className="flex min-w-0 flex-wrap items-center justify-between gap-x-2">
        <h3 id={id} className="text-sm font-semibold text-ink-3">{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  );
}
