import { useTranslation } from 'react-i18next';
import type { ConsumerView } from '../../contract/models/views.ts';
import { TagChip } from '../ui/TagChip.tsx';
import { yesOrNo } from './history-words.ts';
import { Properties } from './Properties.tsx';

/** Who asks: how to reach them and what is known about them. */
export function ConsumerCard({ consumer }: { consumer: ConsumerView }) {
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
          ...consumer.customFields.map(({ id, name, value }) => ({ key: `custom-${id}`, name, value: yesOrNo(t, value) })),
        ]}
      />
    </div>
  );
}

/** First letters of the first and the last word of a name. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => (word ? (Array.from(word)[0] ?? '') : ''));
  return letters.join('').toUpperCase();
}
