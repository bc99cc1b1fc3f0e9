import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../contract/locales/languages.ts';
import type { Settings } from '../../contract/settings.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { Group } from './Group.tsx';
import { useSetting } from './useSetting.ts';

const THEMES = ['system', 'light', 'dark'] as const satisfies readonly Settings['theme'][];

/** How the windows look and speak, and how they close. */
export function GeneralGroup() {
  const { t } = useTranslation();
  const { settings, change, error } = useSetting();
  const errorWords = useErrorWords();
  return (
    <Group title={t('screens.settings.general.title')}>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <span className="font-medium">{t('screens.settings.general.theme')}</span>
        <Segmented label={t('screens.settings.general.theme')} value={settings.theme} onChange={(theme) => change({ theme })} options={THEMES.map((value) => ({ value, label: t(`screens.settings.general.themes.${value}`) }))} />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <span className="font-medium">{t('screens.settings.general.language')}</span>
        <Segmented label={t('screens.settings.general.language')} value={settings.language} onChange={(language) => change({ language })} options={LANGUAGES.map(({ code, name }) => ({ value: code, label: name, lang: code }))} />
      </div>
      <Toggle label={t('screens.settings.general.closeToTray')} checked={settings.closeToTray} onChange={(closeToTray) => change({ closeToTray })} />
      {error ? <ErrorNote words={errorWords(error)} /> : null}
    </Group>
  );
}
