import { useId, type ReactNode } from 'react';

/** A part of the detail pane under its own heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h3 id={id} className="text-sm font-semibold text-ink-3">{title}</h3>
      {children}
    </section>
  );
}
