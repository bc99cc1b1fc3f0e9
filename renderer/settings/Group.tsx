import { useId, type ReactNode } from 'react';

/** A group of settings under its heading. */
export function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-x-8 gap-y-3 border-t border-line py-6 first:border-t-0 first:pt-2 wide:grid-cols-[11rem_minmax(0,1fr)]">
      <h2 id={id} className="text-md font-semibold">{title}</h2>
      <div className="flex min-w-0 flex-col gap-5">{children}</div>
    </section>
  );
}
