import { useTranslation } from 'react-i18next';
import { useSettings } from '../bridge/queries.ts';
import { Button } from '../ui/Button.tsx';
import { Group } from './Group.tsx';

/** Names shown here; the rest is on the rules' own screen. */
const MOST_NAMED = 5;

/** The rules in short, and the way to them. */
export function RulesGroup({ onRules }: { onRules: () => void }) {
  const { t } = useTranslation();
  const { rules } = useSettings();
  const more = rules.length - MOST_NAMED;
  return (
    <Group section="rules">
      {rules.length === 0 ? <p className="text-pretty text-ink-2">{t('screens.settings.rules.none')}</p> : (
        <div className="flex flex-col gap-2">
          <p className="text-ink-2">{t('screens.settings.rules.count', { count: rules.length })}</p>
          <ol className="list-inside list-decimal marker:text-ink-3 marker:tabular-nums">
            {rules.slice(0, MOST_NAMED).map(({ id, name, on }) => (
              <li key={id} className={on ? 'truncate' : 'truncate text-ink-3'}>{on ? name : `${name} (${t('screens.settings.rules.off')})`}</li>
            ))}
          </ol>
          {more > 0 ? <p className="text-ink-3">{t('screens.settings.rules.more', { count: more })}</p> : null}
        </div>
      )}
      <div><Button onClick={onRules}>{t('screens.settings.rules.open')}</Button></div>
    </Group>
  );
}
