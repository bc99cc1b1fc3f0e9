import { useTranslation } from 'react-i18next';
import type { ToastContentLevel } from '../../contract/rules.ts';
import { useDesktopFacts } from '../bridge/desktop.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { Callout } from '../ui/Callout.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { Row } from './Group.tsx';
import { ToastPreview } from './ToastPreview.tsx';
import { useSetting } from './useSetting.ts';

const LEVELS = ['full', 'number', 'hidden'] as const satisfies readonly ToastContentLevel[];

/** How much a notification says, for a screen that others can see. */
export function PrivacyPart() {
  const { t } = useTranslation();
  const { settings, change, error } = useSetting();
  const errorWords = useErrorWords();
  const { data: facts } = useDesktopFacts();
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col gap-2">
        <Row label={t('screens.settings.privacy.content')}>
          <Segmented label={t('screens.settings.privacy.content')} value={settings.toastContent} onChange={(toastContent) => change({ toastContent })} options={LEVELS.map((value) => ({ value, label: t(`screens.settings.privacy.contents.${value}`) }))} />
        </Row>
        <ToastPreview level={settings.toastContent} />
      </div>
      <div className="flex flex-col gap-2">
        <Toggle label={t('screens.settings.privacy.locked')} help={t('screens.settings.privacy.lockedHelp')} checked={settings.hideContentWhenLocked} onChange={(hideContentWhenLocked) => change({ hideContentWhenLocked })} />
        {facts && !facts.tellsLock && settings.hideContentWhenLocked ? <Callout tone="info" what={t('screens.settings.privacy.tellsNoLock', { level: t('screens.settings.privacy.contents.hidden') })} /> : null}
      </div>
      {error ? <ErrorNote words={errorWords(error)} /> : null}
    </div>
  );
}
