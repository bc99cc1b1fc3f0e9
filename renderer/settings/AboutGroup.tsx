import { useTranslation } from 'react-i18next';
import { useStarted, useStatus } from '../bridge/queries.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Group } from './Group.tsx';
import { useSetting } from './useSetting.ts';

/** What runs here, on what, and by whose words; the way to the self-tests and back to the first steps. */
export function AboutGroup({ onDiagnostics }: { onDiagnostics: () => void }) {
  const { t } = useTranslation();
  const { version, electron, profile } = useStarted();
  const { secureStorage } = useStatus();
  const { change, error, pending } = useSetting();
  const errorWords = useErrorWords();
  const lines = [
    { name: t('screens.settings.about.version'), value: version },
    { name: t('screens.settings.about.electron'), value: electron },
    { name: t('screens.settings.about.profile'), value: t(profile.verified ? 'screens.settings.about.profileVerified' : 'screens.settings.about.profileGuess', { name: profile.name }) },
    { name: t('screens.settings.about.storage'), value: t(`screens.settings.about.storageState.${secureStorage.state}`, { backend: secureStorage.backend }) },
  ];
  return (
    <Group section="about">
      <div className="flex flex-col items-start gap-1">
        <Button onClick={onDiagnostics}>{t('screens.settings.about.diagnostics')}</Button>
        <p className="text-sm text-pretty text-ink-3">{t('screens.settings.about.diagnosticsHelp')}</p>
      </div>
      <div className="flex flex-col items-start gap-1">
        <Button blocked={pending} onClick={() => change({ firstRunStep: 'language' })}>{t('screens.settings.about.steps')}</Button>
        <p className="text-sm text-pretty text-ink-3">{t('screens.settings.about.stepsHelp')}</p>
        {error ? <ErrorNote words={errorWords(error)} /> : null}
      </div>
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-6 gap-y-1.5">
        {lines.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd className="break-words select-text">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="text-sm text-ink-3">{t('screens.settings.about.unofficial')}</p>
    </Group>
  );
}
