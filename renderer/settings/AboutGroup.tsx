import { useTranslation } from 'react-i18next';
import { useStarted, useStatus } from '../bridge/queries.ts';
import { Group } from './Group.tsx';

/** What runs here, on what, and by whose words. */
export function AboutGroup() {
  const { t } = useTranslation();
  const { version, electron, profile } = useStarted();
  const { secureStorage } = useStatus();
  const lines = [
    { name: t('screens.settings.about.version'), value: version },
    { name: t('screens.settings.about.electron'), value: electron },
    { name: t('screens.settings.about.profile'), value: t(profile.verified ? 'screens.settings.about.profileVerified' : 'screens.settings.about.profileGuess', { name: profile.name }) },
    { name: t('screens.settings.about.storage'), value: t(`screens.settings.about.storageState.${secureStorage.state}`, { backend: secureStorage.backend }) },
  ];
  return (
    <Group title={t('screens.settings.about.title')}>
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
