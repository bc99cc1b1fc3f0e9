import { clsx } from 'clsx';
import type { ReactNode } from 'react';

/** A named value; `value` null or empty leaves the line out. */
export interface Property {
  readonly name: string;
  readonly value: ReactNode;
  /** Stable key where two properties may share a name. */
  readonly key?: string;
  /** Takes a line of its own. */
  readonly wide?: boolean;
  /** Is read as one and never broken, such as a phone number. */
  readonly whole?: boolean;
}

/** Names and values; two to a line where there is room and they do not stand in a column of their own. Long words wrap. */
export function Properties({ items }: { items: readonly Property[] }) {
  const shown = items.filter(({ value }) => value !== null && value !== '');
  return (
    <dl className="grid grid-cols-[minmax(5rem,max-content)_minmax(0,1fr)] gap-x-4 gap-y-1.5 @2xl:grid-cols-[minmax(5rem,max-content)_minmax(0,1fr)_minmax(5rem,max-content)_minmax(0,1fr)] @3xl:grid-cols-[minmax(5rem,max-content)_minmax(0,1fr)]">
      {shown.map(({ name, value, key, wide, whole }) => (
        <div key={key ?? name} className="contents">
          <dt className="max-w-32 truncate text-ink-3" title={name}>{name}</dt>
          <dd className={clsx('min-w-0 select-text', whole ? 'whitespace-nowrap' : 'break-words', wide && '@2xl:col-span-3 @3xl:col-span-1')}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
