import { useTranslation } from 'react-i18next';
import type { QueueEntity } from '../../contract/entity.ts';
import type { ConsumerView } from '../../contract/models/views.ts';
import { TagChip } from '../ui/TagChip.tsx';
import { Button } from '../ui/Button.tsx';
import { CustomValue } from './CustomValue.tsx';
import { LinkedItems } from './LinkedItems.tsx';
import { Properties } from './Properties.tsx';

/** Who asks: how to reach them and what is known about them. */
export function ConsumerCard({ consumer, onOpen, onAll }: { consumer: ConsumerView; onOpen: (entity: QueueEntity, id: string) => void; onAll: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-2.5">
      <div className="flex min-w-0 items-center gap-2.5">
        <span className="flex size-8 shrink-0 items-center justify-center rounded-full bg-neutral-soft text-sm font-medium text-ink-2" aria-hidden>{initials(consumer.name)}</span>
        <div className="min-w-0">
          <p className="font-medium break-words select-text">{consumer.name}</p>
          {consumer.tags.length > 0 ? <div className="mt-0.5 flex flex-wrap gap-1">{consumer.tags.map((tag) => <TagChip key={tag.id} tag={tag} />)}</div> : null}
        </div>
      </div>
      <Properties
        items={[
          { name: t('screens.detail.email'), value: consumer.email, wide: true },
          { name: t('screens.detail.phone'), value: consumer.phone, whole: true },
          { name: t('screens.detail.document'), value: consumer.document, whole: true },
          ...consumer.customFields.map(({ id, name, value, type }) => ({ key: `custom-${id}`, name, value: <CustomValue value={value} type={type} /> })),
        ]}
      />
      <Others others={consumer.others} onOpen={onOpen} onAll={onAll} />
    </div>
  );
}

/** What else they asked. */
function Others({ others: { items, more }, onOpen, onAll }: { others: ConsumerView['others']; onOpen: (entity: QueueEntity, id: string) => void; onAll: () => void }) {
  const { t } = useTranslation();
  if (items.length === 0) return <p className="text-ink-3">{t('screens.consumer.noOthers')}</p>;
  return (
    <div className="flex flex-col gap-2">
      <h4 className="text-sm text-ink-3">{t('screens.consumer.others', { count: items.length + more })}</h4>
      <LinkedItems entity="ticket" items={items.map((item) => ({ ...item, dueAt: null }))} onOpen={onOpen} />
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" onClick={onAll}>{t('screens.consumer.showAll')}</Button>
        {more > 0 ? <span className="text-sm text-ink-3">{t('screens.consumer.more', { count: more })}</span> : null}
      </div>
    </div>
  );
}

/** First letters of the first and the last word of a name. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => (word ? (Array.from(word)[0] ?? '') : ''));
  return letters.join('').toUpperCase();
}
