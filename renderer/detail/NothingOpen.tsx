import { MousePointerClick } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { QueueEntity } from '../../contract/entity.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Kbd } from '../ui/Kbd.tsx';

const KEYS = [
  { word: 'move', keys: ['↑', '↓', 'J', 'K'] },
  { word: 'open', keys: ['Enter'] },
  { word: 'unread', keys: ['U'] },
  { word: 'back', keys: ['Esc'] },
] as const;

/** Stands beside a queue while nothing of it is open; tells the keys. */
export function NothingOpen({ entity }: { entity: QueueEntity }) {
  const { t } = useTranslation();
  return (
    <EmptyState icon={MousePointerClick} title={t(`screens.detail.nothing.${entity}`)} text={t('screens.detail.nothing.text')}>
      <dl className="grid grid-cols-[auto_auto] items-center gap-x-3 gap-y-1.5 text-left text-sm text-ink-3">
        {KEYS.map(({ word, keys }) => (
          <div key={word} className="contents">
            <dt className="justify-self-end"><Kbd keys={keys} /></dt>
            <dd>{t(`screens.queue.keys.${word}`)}</dd>
          </div>
        ))}
      </dl>
    </EmptyState>
  );
}
