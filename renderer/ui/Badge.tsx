import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import type { BadgeTone } from './tone.ts';

const TONES: Record<BadgeTone, string> = {
  // The line keeps it apart from a row that is selected or pointed at.
  neutral: 'bg-neutral-soft text-neutral-ink inset-ring inset-ring-line',
  info: 'bg-info-soft text-info-ink',
  good: 'bg-good-soft text-good-ink',
  warn: 'bg-warn-soft text-warn-ink',
  bad: 'bg-bad-soft text-bad-ink',
  violet: 'bg-violet-soft text-violet-ink',
};

/** A short word on a tinted ground. Long words are cut, with the whole in the tooltip. */
export function Badge({ tone = 'neutral', title, className, children }: { tone?: BadgeTone; title?: string | undefined; className?: string; children: ReactNode }) {
  return (
    <span title={title} className={clsx('inline-flex max-w-full min-w-0 items-center gap-1 rounded px-1.5 text-xs leading-[1.125rem] font-medium', TONES[tone], className)}>
      <span className="truncate">{children}</span>
    </span>
  );
}
