import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../contract/models/views.ts';
import { useFormats, useNow } from '../format/FormatProvider.tsx';
import { TimeText } from '../ui/TimeText.tsx';
import { changeWords } from './history-words.ts';

/** What happened to an item, newest first, as this app saw it. */
export function History({ entries }: { entries: readonly HistoryEntry[] }) {
  const { t } = useTranslation();
  if (entries.length === 0) return <p className="text-ink-3">{t('screens.detail.noHistory')}</p>;
  const newestFirst = [...entries].sort((a, b) => b.seq - a.seq);
  return <ol className="flex flex-col">{newestFirst.map((entry, index) => <Entry key={entry.seq} entry={entry} last={index === newestFirst.length - 1} />)}</ol>;
}

function Entry({ entry, last }: { entry: HistoryEntry; last: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const at = entry.at ?? entry.seenAt;
  const lines = entry.kind === 'changed' && entry.changes.length > 0 ? entry.changes.map((change) => changeWords(t, formats, change, now)) : [t(`screens.detail.kind.${entry.kind}`)];
  return (
    <li className="grid grid-cols-[1rem_minmax(0,1fr)] gap-x-2">
      <span className="flex flex-col items-center pt-[0.4375rem]" aria-hidden>
        <span className={clsx('dot size-1.5', entry.kind === 'deleted' ? 'text-bad-ink' : 'text-ink-3')} />
        {last ? null : <span className="mt-1 w-px flex-1 bg-line" />}
      </span>
      <div className="flex min-w-0 flex-wrap items-baseline gap-x-2 pb-2.5">
        <div className="min-w-0 flex-1 basis-48 break-words select-text">{lines.map((line) => <p key={line}>{line}</p>)}</div>
        <p className="shrink-0 text-sm text-ink-3 tabular-nums">
          <TimeText at={at} text={formats.moment(at, now)} title={`${formats.exact(at)}\n${t('screens.detail.seen', { time: formats.exact(entry.seenAt) })}`} />
          {` · ${t(`screens.detail.source.${entry.source}`)}`}
        </p>
      </div>
    </li>
  );
}
