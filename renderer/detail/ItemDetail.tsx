import { CircleHelp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { QueueEntity } from '../../contract/entity.ts';
import type { ItemDetail as Item } from '../../contract/models/views.ts';
import { useFormats, useNow } from '../format/FormatProvider.tsx';
import { numberText } from '../format/number-text.ts';
import { Badge } from '../ui/Badge.tsx';
import { DueChip } from '../ui/DueChip.tsx';
import { TagChip } from '../ui/TagChip.tsx';
import { TimeText } from '../ui/TimeText.tsx';
import { isUrgent, statusTone } from '../ui/tone.ts';
import { useItemActions } from '../queue/ItemActions.tsx';
import { Button } from '../ui/Button.tsx';
import { ConsumerCard } from './ConsumerCard.tsx';
import { CustomValue } from './CustomValue.tsx';
import { History } from './History.tsx';
import { LinkedItems } from './LinkedItems.tsx';
import { Properties } from './Properties.tsx';
import { Section } from './Section.tsx';

/** Everything known about an item. All of it is other people's text: drawn as text, never as markup. */
export function ItemDetail({ item, onOpen, onConsumer }: { item: Item; onOpen: (entity: QueueEntity, id: string) => void; onConsumer: (consumerId: string) => void }) {
  const { t } = useTranslation();
  const { why } = useItemActions();
  const { row, consumer } = item;
  return (
    <article className="@container h-full overflow-y-auto overscroll-contain">
      <div className="flex flex-col gap-6 px-6 pt-5 pb-10">
        <Heading item={item} />
        <div className="flex flex-col gap-6 @3xl:grid @3xl:grid-cols-[minmax(0,1fr)_18rem] @3xl:items-start @3xl:gap-8">
          <aside className="flex flex-col gap-6 @3xl:order-2 @3xl:rounded-lg @3xl:bg-canvas @3xl:p-4">
            <Section title={t('screens.detail.properties')}><Facts item={item} /></Section>
            {consumer ? <Section title={t('screens.detail.consumer')}><ConsumerCard consumer={consumer} onOpen={onOpen} onAll={() => onConsumer(consumer.id)} /></Section> : null}
          </aside>
          <div className="flex min-w-0 flex-col gap-6">
            <Section title={t('screens.detail.description')}>
              {item.description
                ? <p className="max-w-[44rem] text-md break-words whitespace-pre-wrap select-text">{item.description}</p>
                : <p className="text-ink-3">{t('screens.detail.noDescription')}</p>}
            </Section>
            {item.ticket ? <Section title={t('screens.detail.ticket')}><LinkedItems entity="ticket" items={[{ ...item.ticket, status: null, dueAt: null }]} onOpen={onOpen} /></Section> : null}
            {item.tasks.length > 0 ? <Section title={t('screens.detail.tasks')}><LinkedItems entity="task" items={item.tasks} onOpen={onOpen} /></Section> : null}
            <Section title={t('screens.detail.history')} aside={<Button look="ghost" size="small" onClick={() => why(row)}><CircleHelp className="size-4" aria-hidden />{t('screens.actions.why')}</Button>}><History key={row.id} entries={item.history} /></Section>
          </div>
        </div>
      </div>
    </article>
  );
}

function Heading({ item }: { item: Item }) {
  const { t } = useTranslation();
  const { row } = item;
  return (
    <div className="flex flex-col gap-2">
      {row.number ? <p className="text-sm text-ink-3 tabular-nums select-text">{numberText(row.number)}</p> : null}
      <h2 className="text-lg font-semibold break-words text-pretty select-text">{row.title || t('screens.queue.untitled')}</h2>
      <div className="flex flex-wrap items-center gap-2">
        {item.gone ? <Badge tone="bad">{t(`screens.detail.gone.${item.gone}.badge`)}</Badge> : null}
        {row.status ? <Badge tone={statusTone(row.status)} title={t('screens.detail.status', { status: row.status })}>{row.status}</Badge> : null}
        {isUrgent(row.priority) ? <Badge tone="bad">{t('screens.queue.priority', { priority: row.priority ?? '' })}</Badge> : null}
        {row.dueAt !== null && item.gone === null ? <DueChip dueAt={row.dueAt} exact /> : null}
        {row.followed ? <Badge tone="info">{t('screens.row.followed')}</Badge> : null}
        {row.woke === null ? null : <Badge tone="violet">{t(`screens.row.woke.${row.woke}`)}</Badge>}
        {row.snoozedUntil === null ? null : <SnoozedBadge until={row.snoozedUntil} />}
        {row.tags.map((tag) => <TagChip key={tag.id} tag={tag} />)}
      </div>
      {item.gone ? <p role="note" className="text-ink-2">{t(`screens.detail.gone.${item.gone}.what`)}</p> : null}
    </div>
  );
}

function SnoozedBadge({ until }: { until: number }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  return <Badge tone="info" title={formats.exact(until)}>{t('screens.row.snoozed', { time: formats.moment(until, now) })}</Badge>;
}

function Facts({ item }: { item: Item }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const { row } = item;
  const time = (at: number | null) => (at === null ? null : <TimeText at={at} text={formats.moment(at, now)} className="whitespace-nowrap tabular-nums" />);
  return (
    <Properties
      items={[
        // An urgent priority and a due time stand in the heading.
        { name: t('screens.detail.priority'), value: isUrgent(row.priority) ? null : row.priority },
        { name: t('screens.detail.department'), value: row.departmentName },
        { name: t('screens.detail.assignee'), value: row.assigneeName === null ? <span className="text-ink-3">{t('screens.detail.unassigned')}</span> : row.takenAt === null ? row.assigneeName : <>{row.assigneeName} <span className="text-ink-3" title={formats.exact(row.takenAt)}>{t('screens.row.takenAgo', { ago: formats.ago(row.takenAt, now) })}</span></> },
        { name: t('screens.detail.channel'), value: item.channel },
        { name: t('screens.detail.created'), value: time(row.createdAt) },
        { name: t('screens.detail.updated'), value: time(row.updatedAt) },
        { name: t('screens.detail.due'), value: item.gone !== null ? time(row.dueAt) : null },
        ...item.customFields.map(({ id, name, value, type }) => ({ key: `custom-${id}`, name, value: <CustomValue value={value} type={type} /> })),
      ]}
    />
  );
}
