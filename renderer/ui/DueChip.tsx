import { clsx } from 'clsx';
import { CalendarClock, ClockAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { dueWords } from '../format/due.ts';
import { useFormats, useNow } from '../format/FormatProvider.tsx';

/** A due time: in words, and with another sign when it has passed. */
export function DueChip({ dueAt, className }: { dueAt: number; className?: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const due = dueWords(t, formats, dueAt, useNow());
  const Icon = due.state === 'overdue' ? ClockAlert : CalendarClock;
  return (
    <span
      title={formats.exact(dueAt)}
      className={clsx('inline-flex shrink-0 items-center gap-1 text-xs whitespace-nowrap', due.state === 'overdue' ? 'font-medium text-bad-ink' : due.state === 'soon' ? 'text-warn-ink' : 'text-ink-3', className)}
    >
      <Icon className="size-3.5" aria-hidden />
      {due.text}
    </span>
  );
}
