import { Inbox, ListChecks } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LookupResult as Result } from '../../contract/models/views.ts';
import { useFormats, useNow } from '../format/FormatProvider.tsx';
import { numberText } from '../format/number-text.ts';
import { Badge } from '../ui/Badge.tsx';
import { TimeText } from '../ui/TimeText.tsx';
import { statusTone } from '../ui/tone.ts';

/** One result: what it is, who and where, and which field the words were found in. */
export function LookupRow({ result, matched }: { result: Result; matched: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const Icon = result.entity === 'ticket' ? Inbox : ListChecks;
  const origin = [result.number ? numberText(result.number) : null, result.consumerName, result.departmentName].filter(Boolean).join(' · ');
  return (
    <div className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2.5">
      <Icon className="mt-0.5 size-4 text-ink-3 group-data-[selected=true]:text-accent-ink" aria-hidden />
      <span className="sr-only">{t(`screens.lookup.kind.${result.entity}`)}</span>
      <div className="flex min-w-0 flex-col gap-0.5">
        <div className="flex min-w-0 items-center gap-2">
          <span className="min-w-0 flex-1 truncate font-medium">{result.title || t('screens.queue.untitled')}</span>
          {result.status ? <Badge tone={statusTone(result.status)} title={result.status} className="max-w-32 shrink-0">{result.status}</Badge> : null}
          {result.updatedAt === null ? null : <TimeText at={result.updatedAt} text={formats.age(result.updatedAt, now)} className="w-12 shrink-0 text-right text-sm text-ink-3 tabular-nums" />}
        </div>
        <div className="flex min-w-0 items-center gap-2 text-sm text-ink-3">
          <span className="min-w-0 flex-1 truncate tabular-nums" title={origin}>{origin}</span>
          {matched ? <span className="shrink-0 text-xs" aria-label={t('screens.lookup.matched', { field: t(`screens.lookup.why.${result.why}`) })}>{t(`screens.lookup.why.${result.why}`)}</span> : null}
        </div>
      </div>
    </div>
  );
}
