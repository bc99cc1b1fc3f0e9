import { MousePointerClick } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { QueueEntity } from '../../contract/entity.ts';
import { ChordKeys } from '../palette/ChordKeys.tsx';
import { ALL_COMMANDS, chordsOf, type CommandId } from '../palette/commands.ts';
import { EmptyState } from '../ui/EmptyState.tsx';

/** The keys that are told before anybody asks for all of them. */
const FIRST_KEYS: readonly CommandId[] = ['down', 'up', 'open', 'toggleUnread', 'snooze', 'palette', 'help'];

/** Stands beside a queue while nothing of it is open; tells the keys. */
export function NothingOpen({ entity }: { entity: QueueEntity }) {
  const { t } = useTranslation();
  return (
    <EmptyState icon={MousePointerClick} title={t(`screens.detail.nothing.${entity}`)} text={t('screens.detail.nothing.text')}>
      <dl className="grid grid-cols-[auto_auto] items-center gap-x-3 gap-y-1.5 text-left text-sm text-ink-3">
        {ALL_COMMANDS.filter(({ id }) => FIRST_KEYS.includes(id)).map((command) => (
          <div key={command.id} className="contents">
            <dt className="flex gap-1 justify-self-end">{chordsOf(command).map((chord) => <ChordKeys key={chord} chord={chord} />)}</dt>
            <dd>{t(`screens.commands.name.${command.id}`)}</dd>
          </div>
        ))}
      </dl>
    </EmptyState>
  );
}
