import { CopyCheck } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuietHours } from '../../contract/rules.ts';
import { useSettings } from '../bridge/queries.ts';
import { Button } from '../ui/Button.tsx';
import { TimeField } from './TimeField.tsx';
import { WORKING_DAYS, weekdayName, weekOf, type Weekday } from './week.ts';

type Span = QuietHours['days'][number];
/** What a day begins with when it gets quiet hours. */
const NEW_SPAN = { from: '18:00', to: '08:00' } as const;

/** The quiet hours of each weekday, in the order of the language's calendar. */
export function QuietHoursEditor({ value, onChange }: { value: QuietHours; onChange: (value: QuietHours) => void }) {
  const { t } = useTranslation();
  const { language } = useSettings();
  const [copied, setCopied] = useState<Weekday | null>(null);
  const set = (days: readonly Weekday[], span: Span) => {
    setCopied(null);
    onChange({ ...value, days: value.days.map((former, day) => (days.some((each) => each === day) ? span : former)) });
  };
  return (
    <div className="flex flex-col gap-2">
      <ul aria-label={t('screens.settings.quiet.days')} className="divide-y divide-line rounded-lg border border-line">
        {weekOf(language).map((day) => (
          <Day
            key={day}
            name={weekdayName(language, day)}
            span={value.days[day] ?? null}
            onChange={(span) => set([day], span)}
            onCopy={() => {
              set(WORKING_DAYS, value.days[day] ?? null);
              setCopied(day);
            }}
          />
        ))}
      </ul>
      <p role="status" className="text-sm text-ink-2 empty:hidden">{copied === null ? '' : t('screens.settings.quiet.copied', { day: weekdayName(language, copied) })}</p>
      <p className="text-sm text-pretty text-ink-3">{t('screens.settings.quiet.rows')}</p>
    </div>
  );
}

function Day({ name, span, onChange, onCopy }: { name: string; span: Span; onChange: (span: Span) => void; onCopy: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const over = span === null ? '' : span.from === span.to ? t('screens.settings.quiet.wholeDay') : span.to < span.from ? t('screens.settings.quiet.overnight') : '';
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1.5 px-3 py-1.5">
      <label className="flex w-36 shrink-0 items-center gap-2.5">
        <input type="checkbox" checked={span !== null} onChange={(event) => onChange(event.target.checked ? NEW_SPAN : null)} className="size-4 shrink-0 accent-accent" />
        <span className="first-letter:uppercase">{name}</span>
      </label>
      {span === null ? <span className="flex-1 text-ink-3">{t('screens.settings.quiet.none')}</span> : (
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1">
          <TimeField label={t('screens.settings.quiet.from', { day: name })} value={span.from} onCommit={(from) => onChange({ ...span, from })} />
          <span className="text-ink-3" aria-hidden>{t('screens.settings.quiet.between')}</span>
          <TimeField label={t('screens.settings.quiet.to', { day: name })} describedBy={id} value={span.to} onCommit={(to) => onChange({ ...span, to })} />
          <span id={id} className="text-sm text-ink-3">{over}</span>
        </div>
      )}
      <Button look="ghost" size="small" aria-label={t('screens.settings.quiet.copyNamed', { day: name })} title={t('screens.settings.quiet.copy')} className="not-hover:text-ink-3" onClick={onCopy}><CopyCheck className="size-4" aria-hidden /></Button>
    </li>
  );
}
