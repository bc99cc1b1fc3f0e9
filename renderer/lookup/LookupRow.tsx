import { Inbox, ListChecks } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LookupResult as Result } from '../../contract/models/views.ts';
import { useFormats, useNow } from '../format/FormatProvider.tsx';
import { numberText } from '../format/number-text.ts';
import { Badge } from '../ui/Badge.tsx';
import { TimeText } from '../ui/TimeText.tsx';
import { statusTone } from '../ui/tone.ts';
import { Highlight } from './Highlight.tsx';

/** One result: what it is, who and where, and which field the words were found in, all with the found pieces marked. */
export function LookupRow({ result, matched }: { result: Result; matched: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const Icon = result.entity === 'ticket' ? Inbox : ListChecks;
  const { number, title, consumerName, departmentName, matches } = result;
  const origin = [number === null ? null : numberText(number), consumerName, departmentName].filter(Boolean).join(' · ');
  const matchOf = (field: Result['why'], text: string | null) => matches.find((match) => match.field === field && match.text === text);
  const inNumber = matchOf('number', number);
  const who = consumerName === null ? null : <Highlight text={consumerName} match={matchOf('consumer', consumerName)} />;
  const parts = [
    number === null ? null : <span key="number">{numberText(number) === number ? '' : '#'}<Highlight text={number} match={inNumber} /></span>,
    who && <span key="who">{who}</span>,
    departmentName && <span key="where">{departmentName}</span>,
  ].filter(Boolean);
  return (
    <div className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2.5">
      <Icon className="mt-0.5 size-4 text-ink-3 group-data-[selected=true]:text-accent-ink" aria-hidden />
      <span className="sr-only">{t(`screens.lookup.kind.${result.entity}`)}</span>
      <div className="flex min-w-0 flex-col gap-0.5">
        <div className="flex min-w-0 items-center gap-2">
          <span className="min-w-0 flex-1 truncate font-medium">{title ? <Highlight text={title} match={matchOf('title', title)} /> : t('screens.queue.untitled')}</span>
          {result.status ? <Badge tone={statusTone(result.status)} title={result.status} className="max-w-20 shrink-0 min-[30rem]:max-w-32">{result.status}</Badge> : null}
          {result.updatedAt === null ? null : <TimeText at={result.updatedAt} text={formats.age(result.updatedAt, now)} className="min-w-12 shrink-0 text-right text-sm whitespace-nowrap text-ink-3 tabular-nums" />}
        </div>
        <div className="flex min-w-0 items-center gap-2 text-sm text-ink-3">
          <span className="min-w-0 flex-1 truncate tabular-nums" title={origin}>{parts.map((part, i) => <span key={i}>{i > 0 ? ' · ' : ''}{part}</span>)}</span>
          {matched ? <Why result={result} /> : null}
        </div>
      </div>
    </div>
  );
}

/** Characters left before the found words: enough to see what they are about, few enough for them to stay on the line. */
const LEAD = 14;

/** A match in its own text, from shortly before the found words. */
function Piece({ match }: { match: Result['matches'][number] }) {
  const found = match.ranges[0]?.[0] ?? 0;
  const space = match.text.indexOf(' ', Math.max(0, found - LEAD));
  const cut = found <= LEAD ? 0 : space === -1 || space >= found ? found : space + 1;
  if (cut === 0) return <Highlight text={match.text} match={match} />;
  const begin = cut - 1;
  const text = `…${match.text.slice(cut)}`;
  return <Highlight text={text} match={{ ...match, text, ranges: match.ranges.map(([start, end]) => [start - begin, end - begin]) }} />;
}

/** Names the field that matched most, and shows what stands there when the row does not show it anyway. */
function Why({ result: { why, matches, forgiven, title, consumerName, number } }: { result: Result }) {
  const { t } = useTranslation();
  const shown = new Set([title, consumerName, number]);
  const elsewhere = matches.find(({ field, text }) => field === why && !shown.has(text)) ?? matches.find(({ text }) => !shown.has(text));
  const named = elsewhere?.label ?? t(`screens.lookup.why.${elsewhere?.field ?? why}`);
  return (
    <span className="max-w-[60%] shrink-0 truncate text-xs">
      {forgiven ? <span className="italic">{t('screens.lookup.forgiven')}{' · '}</span> : null}
      <span aria-label={t('screens.lookup.matched', { field: named })}>{named}</span>
      {elsewhere ? <>{': '}<Piece match={elsewhere} /></> : null}
    </span>
  );
}
