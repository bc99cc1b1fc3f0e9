import { useTranslation } from 'react-i18next';
import type { DesktopFacts } from '../../contract/desktop-facts.ts';
import { useFreshFacts } from '../first-run/useFreshFacts.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { Callout } from '../ui/Callout.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { Group } from './Group.tsx';
import { useSetting } from './useSetting.ts';

/** How the app begins and ends. What this system does not allow is said, with what to do about it. */
export function StartGroup() {
  const { t } = useTranslation();
  const { settings, change, error } = useSetting();
  const errorWords = useErrorWords();
  const { facts, ask } = useFreshFacts();
  return (
    <Group section="start">
      <div className="flex flex-col gap-2">
        <Toggle label={t('screens.settings.start.login')} help={t('screens.settings.start.loginHelp')} checked={settings.startAtLogin} disabled={facts?.login === 'unavailable' && !settings.startAtLogin} onChange={(startAtLogin) => {
          change({ startAtLogin });
          ask();
        }} />
        {facts ? <LoginTrouble facts={facts} /> : null}
      </div>
      <Toggle label={t('screens.settings.start.hidden')} help={t('screens.settings.start.hiddenHelp')} checked={settings.startHidden} onChange={(startHidden) => change({ startHidden })} />
      <div className="flex flex-col gap-2">
        <Toggle label={t('screens.settings.start.close')} help={t('screens.settings.start.closeHelp')} checked={settings.closeToTray} onChange={(closeToTray) => change({ closeToTray })} />
        {facts && !facts.tray ? <Callout tone="warn" what={t('screens.settings.start.noTray.what')} next={t(facts.kind === 'gnome' ? 'screens.settings.start.noTray.gnome' : 'screens.settings.start.noTray.other')} /> : null}
      </div>
      {error ? <ErrorNote words={errorWords(error)} /> : null}
    </Group>
  );
}

function LoginTrouble({ facts: { login, kind } }: { facts: DesktopFacts }) {
  const { t } = useTranslation();
  if (login === 'unavailable') return <Callout tone="info" what={t('screens.settings.start.loginUnavailable.what')} next={t('screens.settings.start.loginUnavailable.next')} />;
  if (login !== 'blocked') return null;
  return <Callout tone="warn" what={t('screens.settings.start.loginBlocked.what')} next={t(`screens.settings.start.loginBlocked.${kind === 'windows' || kind === 'macos' ? kind : 'other'}`)} />;
}
