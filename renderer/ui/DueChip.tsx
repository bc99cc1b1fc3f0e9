import { clsx } from 'clsx';
import { CalendarClock, ClockAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { dueWords } from '../format/due.ts';
import { useFormats, useNow } from '../format/FormatProvider.tsx';

const DAY = 24 * 60 * 60_000;

/** A due time: in words, and with another sign when it has passed. `exact` adds the hour, which a queue row has no room for. */
export function DueChip({ dueAt, exact = false, className }: { dueAt: number; exact?: boolean; className?: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const due = dueWords(t, exact ? { ...formats, day: (at: number, from: number) => formats.moment(at, from) } : formats, dueAt, now);
  const byLength = Math.abs(dueAt - now) < DAY;
  const Icon = due.state === 'overdue' ? ClockAlert : CalendarClock;
  return (
    <span
      title={formats.exact(dueAt)}
      className={clsx('inline-flex shrink-0 items-center gap-1 text-xs whitespace-nowrap', due.state === 'overdue' ? 'font-medium text-bad-ink' : due.state === 'soon' ? 'text-warn-ink' : 'text-ink-3', className)}
    >
      <Icon className="size-3.5" aria-hidden />
      {exact && byLength ? `${due.text} · ${formats.moment(dueAt, now)}` : due.text}
    </span>
  );
}
