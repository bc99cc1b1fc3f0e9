import { clsx } from 'clsx';
import { AlarmClock, BellRing, ChevronsUp, Star, UserCheck, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Agent } from '../../contract/models/filter.ts';
import type { QueueRow as Row } from '../../contract/models/views.ts';
import { useSettings } from '../bridge/queries.ts';
import { useFormats, useNow } from '../format/FormatProvider.tsx';
import { numberText } from '../format/number-text.ts';
import { Badge } from '../ui/Badge.tsx';
import { DueChip } from '../ui/DueChip.tsx';
import { TagChip } from '../ui/TagChip.tsx';
import { TimeText } from '../ui/TimeText.tsx';
import { isUrgent, statusTone } from '../ui/tone.ts';

/** What one row says: on top what it is about and how old, below who, where and how it stands. */
export function QueueRow({ row, onToggleUnread }: { row: Row; onToggleUnread: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="grid h-full grid-cols-[1.25rem_minmax(0,1fr)] pr-3">
      <UnreadMark unread={row.unread} onToggle={onToggleUnread} />
      <div className="flex min-w-0 flex-col justify-center gap-0.5">
        <div className="flex min-w-0 items-center gap-2">
          {isUrgent(row.priority) ? (
            <span className="-mr-1 shrink-0 text-bad-ink" title={t('screens.queue.priority', { priority: row.priority ?? '' })}>
              <ChevronsUp className="size-4" aria-hidden />
              <span className="sr-only">{t('screens.queue.priority', { priority: row.priority ?? '' })}</span>
            </span>
          ) : null}
          {row.followed ? <span className="-mr-0.5 shrink-0 text-accent-ink" title={t('screens.row.followed')}><Star className="size-3.5 fill-current" aria-hidden /><span className="sr-only">{t('screens.row.followed')}</span></span> : null}
          <span className={clsx('min-w-0 flex-1 truncate', row.unread ? 'font-semibold text-ink' : 'text-ink-2')}>{row.title || t('screens.queue.untitled')}</span>
          <Tags row={row} />
          <Age row={row} />
        </div>
        <div className="flex min-w-0 items-center gap-2">
          <Origin row={row} />
          <News row={row} />
          {row.dueAt !== null ? <DueChip dueAt={row.dueAt} /> : null}
          {row.status ? <Badge tone={statusTone(row.status)} title={row.status} className="max-w-28 shrink-0">{row.status}</Badge> : null}
        </div>
      </div>
    </div>
  );
}

/** The dot. A click on it turns it; the key for those without a mouse is `u`, so it takes no focus. */
function UnreadMark({ unread, onToggle }: { unread: boolean; onToggle: () => void }) {
  const { t } = useTranslation();
  return (
    <span
      title={unread ? t('screens.detail.markRead') : t('screens.detail.markUnread')}
      onClick={(event) => {
        event.stopPropagation();
        onToggle();
      }}
      className="group/mark flex items-start justify-center pt-[0.9375rem]"
    >
      {unread ? <span className="dot size-2 text-accent-ink" aria-hidden /> : <span className="size-2 rounded-full border-control-line group-hover/mark:border" aria-hidden />}
      {unread ? <span className="sr-only">{t('screens.queue.unread')}</span> : null}
    </span>
  );
}

function Origin({ row }: { row: Row }) {
  const parts = [row.number ? numberText(row.number) : null, row.consumerName, row.departmentName].filter((part) => part !== null && part !== '');
  const text = parts.join(' · ');
  return <span className="min-w-18 flex-1 truncate text-sm text-ink-3 tabular-nums" title={text}>{text}</span>;
}

/** For so long a taking is news, in milliseconds. */
const TAKEN_NEWS_MS = 30 * 60_000;

/** Whether somebody else has taken an item a short while ago. */
export function takenByOther({ takenAt, assigneeName }: Pick<Row, 'takenAt' | 'assigneeName'>, me: Agent | null, now: number): boolean {
  return takenAt !== null && assigneeName !== null && now - takenAt < TAKEN_NEWS_MS && assigneeName !== me?.name;
}

/** Why a row is here again, until when it is away, or who took it just now. */
function News({ row }: { row: Row }) {
  const { t } = useTranslation();
  const { me } = useSettings();
  const formats = useFormats();
  const now = useNow();
  if (row.woke !== null) return <Sign icon={BellRing} ink="text-violet-ink" text={t(`screens.row.woke.${row.woke}`)} />;
  if (row.snoozedUntil !== null) return <Sign icon={AlarmClock} ink="text-info-ink" text={t('screens.row.snoozed', { time: formats.moment(row.snoozedUntil, now) })} />;
  if (row.takenAt === null || !takenByOther(row, me, now)) return null;
  const name = row.assigneeName ?? '';
  const said = (who: string, at: number) => t('screens.row.taken', { name: who, ago: formats.ago(at, now) });
  // There is room for one name; the whole is in the tooltip and in the details.
  return <Sign icon={UserCheck} ink="text-warn-ink" text={said(name.split(' ')[0] ?? name, row.takenAt)} title={said(name, row.takenAt)} />;
}

function Sign({ icon: Icon, ink, text, title = text }: { icon: LucideIcon; ink: string; text: string; title?: string }) {
  return (
    <span title={title} className={clsx('inline-flex max-w-[60%] min-w-0 items-center gap-1 text-xs font-medium', ink)}>
      <Icon className="size-3.5 shrink-0" aria-hidden />
      <span className="truncate">{text}</span>
    </span>
  );
}

function Tags({ row }: { row: Row }) {
  const { t } = useTranslation();
  const [first, second, ...rest] = row.tags;
  const more = (hidden: number) => (hidden > 0 ? <span className="text-xs text-ink-3" title={row.tags.map((tag) => tag.name).join(', ')} aria-label={t('screens.queue.moreTags', { count: hidden })}>{`+${hidden}`}</span> : null);
  if (!first) return null;
  return (
    <span className="flex max-w-[45%] min-w-0 shrink-0 items-center gap-1">
      <TagChip tag={first} className="max-w-24" />
      {second ? <span className="hidden min-w-0 items-center gap-1 @lg:flex"><TagChip tag={second} className="max-w-24" />{more(rest.length)}</span> : null}
      {second ? <span className="flex @lg:hidden">{more(rest.length + 1)}</span> : null}
    </span>
  );
}

function Age({ row }: { row: Row }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const at = row.updatedAt ?? row.createdAt;
  if (at === null) return null;
  const lines = [
    row.updatedAt === null ? '' : t('screens.queue.age.updated', { time: formats.exact(row.updatedAt) }),
    row.createdAt === null ? '' : t('screens.queue.age.created', { time: formats.exact(row.createdAt) }),
  ].filter(Boolean);
  return <TimeText at={at} text={formats.age(at, now)} title={lines.join('\n')} className="shrink-0 text-sm text-ink-3 tabular-nums" />;
}
