import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../format/useErrorWords.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { Group } from './Group.tsx';
import { PrivacyPart } from './PrivacyPart.tsx';
import { QuietHoursEditor } from './QuietHoursEditor.tsx';
import { useSetting } from './useSetting.ts';

/** When nothing pops up, what does so all the same, and how much a notification says. */
export function QuietGroup({ onRules }: { onRules: () => void }) {
  const { t } = useTranslation();
  const { settings, change, error } = useSetting();
  const errorWords = useErrorWords();
  const { quietHours, rules } = settings;
  const breaking = rules.filter(({ on, breaksQuiet, action }) => on && breaksQuiet && (action === 'toast' || action === 'summary'));
  return (
    <Group section="quiet">
      <Toggle label={t('screens.settings.quiet.on')} help={t('screens.settings.quiet.onHelp')} checked={quietHours.on} onChange={(on) => change({ quietHours: { ...quietHours, on } })} />
      {quietHours.on ? (
        <>
          <QuietHoursEditor value={quietHours} onChange={(next) => change({ quietHours: next })} />
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-lg bg-canvas px-3 py-2">
            {breaking.length === 0 ? <p className="min-w-0 flex-1 text-pretty text-ink-2">{t('screens.settings.quiet.breaksNone')}</p> : (
              <div className="min-w-0 flex-1">
                <p className="text-ink-2">{t('screens.settings.quiet.breaks')}</p>
                <ul className="list-inside list-disc">{breaking.map(({ id, name }) => <li key={id} className="break-words">{name}</li>)}</ul>
              </div>
            )}
            <Button size="small" onClick={onRules}>{t('screens.settings.quiet.toRules')}</Button>
          </div>
        </>
      ) : null}
      {error ? <ErrorNote words={errorWords(error)} /> : null}
      <PrivacyPart />
    </Group>
  );
}
