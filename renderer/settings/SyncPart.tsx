import { useTranslation } from 'react-i18next';
import { BOUNDS, requestsAMinute } from '../format/bounds.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { Part } from './Group.tsx';
import { useSetting } from './useSetting.ts';

/** How often to sync, and this desktop's part of the requests that the whole office shares. */
export function SyncPart() {
  const { t } = useTranslation();
  const { settings, change, error } = useSetting();
  const errorWords = useErrorWords();
  const { together, own } = requestsAMinute(settings.sharePercent, settings.desktopsBehindAddress);
  return (
    <Part title={t('screens.settings.sync.title')}>
      <NumberField label={t('screens.settings.sync.interval')} help={t('screens.settings.sync.intervalHelp', BOUNDS.syncIntervalSeconds)} value={settings.syncIntervalSeconds} {...BOUNDS.syncIntervalSeconds} onCommit={(value) => change({ syncIntervalSeconds: value })} />
      <NumberField label={t('screens.desktops.label')} help={t('screens.desktops.help')} value={settings.desktopsBehindAddress} {...BOUNDS.desktopsBehindAddress} onCommit={(value) => change({ desktopsBehindAddress: value })} />
      <NumberField label={t('screens.settings.sync.share')} help={t('screens.settings.sync.shareHelp')} value={settings.sharePercent} {...BOUNDS.sharePercent} onCommit={(value) => change({ sharePercent: value })} />
      <p role="status" className="rounded-lg bg-canvas px-3 py-2 font-medium tabular-nums">{t('screens.settings.sync.result', { count: own, together })}</p>
      {error ? <ErrorNote words={errorWords(error)} /> : null}
    </Part>
  );
}
