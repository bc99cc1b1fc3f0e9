import { clsx } from 'clsx';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { useFormats } from '../format/FormatProvider.tsx';

/** A line of the sidebar. */
export interface NavLineProps {
  readonly icon: LucideIcon;
  readonly label: string;
  /** The tooltip's first words; the label alone when left out. */
  readonly hint?: string;
  /** Letters that stand for the line where only icons have room. */
  readonly short?: string;
  /** Drawn when above 0; `counted` says it in words. */
  readonly count?: number;
  readonly counted?: string;
  /** The count is news, not only a number. */
  readonly news?: boolean;
  readonly current: boolean;
  /** The line heads those below it. */
  readonly head?: boolean;
  /** It asks to be followed. */
  readonly invites?: boolean;
  /** Room is left at the end for a button that lies over it. */
  readonly room?: boolean;
  readonly data?: Omit<ComponentProps<'button'>, 'onClick' | 'className'> & { 'data-view'?: string };
  readonly onClick: () => void;
}

const LOOKS = {
  current: 'bg-selected font-medium text-ink',
  head: 'font-medium text-ink hover:bg-hover',
  invites: 'text-accent-ink hover:bg-hover',
  plain: 'text-ink-2 hover:bg-hover hover:text-ink',
} as const;

function lookOf(current: boolean, invites: boolean, head: boolean): keyof typeof LOOKS {
  if (current) return 'current';
  return invites ? 'invites' : head ? 'head' : 'plain';
}

/** A way to a screen or to rows. Narrow windows keep the icon. */
export function NavLine({ icon: Icon, label, hint = label, short, count = 0, counted = '', news = false, current, head = false, invites = false, room = false, data, onClick }: NavLineProps) {
  return (
    <button
      type="button"
      {...data}
      onClick={onClick}
      title={count > 0 ? `${hint}, ${counted}` : hint}
      aria-current={current ? 'page' : undefined}
      className={clsx(
        'relative flex min-h-7 w-full items-center justify-center gap-2.5 rounded-md px-2 text-left wide:justify-start',
        LOOKS[lookOf(current, invites, head)],
      )}
    >
      <Sign icon={Icon} short={short} current={current} />
      {/* One text, read out in either width: a second one would leave the tooltip as the name. */}
      <span className="sr-only wide:not-sr-only wide:min-w-0"><span className="block truncate">{label}</span></span>
      {count > 0 ? <Count count={count} counted={counted} news={news} room={room} /> : null}
    </button>
  );
}

/** The icon; where only icons have room, the letters instead if there are any. */
function Sign({ icon: Icon, short, current }: Pick<NavLineProps, 'icon' | 'current'> & { short: string | undefined }) {
  const ink = current && 'text-accent-ink';
  if (short === undefined) return <Icon className={clsx('size-4 shrink-0', ink)} aria-hidden />;
  return (
    <>
      <Icon className={clsx('hidden size-4 shrink-0 wide:block', ink)} aria-hidden />
      <span className="text-sm font-semibold wide:hidden" aria-hidden>{short}</span>
    </>
  );
}

function Count({ count, counted, news, room }: { count: number; counted: string; news: boolean; room: boolean }) {
  const formats = useFormats();
  return (
    <>
      <span className={clsx('ml-auto hidden text-sm tabular-nums wide:inline', news ? 'font-medium text-ink' : 'text-ink-3', room && 'group-focus-within/view:invisible group-hover/view:invisible')} aria-hidden>{formats.number(count)}</span>
      {news ? <span className="dot absolute top-1 right-1 size-1.5 text-accent-ink wide:hidden" aria-hidden /> : null}
      <span className="sr-only">{counted}</span>
    </>
  );
}
