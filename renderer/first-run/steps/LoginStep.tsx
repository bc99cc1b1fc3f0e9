import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../../format/useErrorWords.ts';
import { useSetting } from '../../settings/useSetting.ts';
import { Callout } from '../../ui/Callout.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { useFreshFacts } from '../useFreshFacts.ts';

/** Whether the app starts at login: asked, off until it is switched on. */
export function LoginStep() {
  const { t } = useTranslation();
  const { settings, change, error } = useSetting();
  const { facts, ask } = useFreshFacts();
  const errorWords = useErrorWords();
  const on = settings.startAtLogin;
  useEffect(ask, [ask, on]);
  const kind = facts?.kind === 'windows' || facts?.kind === 'macos' ? facts.kind : 'other';
  return (
    <div className="flex flex-col gap-4">
      {facts?.login === 'unavailable'
        ? <Callout tone="info" what={t('screens.setUp.login.unavailable.what')} next={t('screens.setUp.login.unavailable.next')} />
        : (
          <div className="rounded-lg border border-line p-4">
            <Toggle label={t('screens.setUp.login.toggle')} help={facts?.login === 'blocked' ? null : on ? t('screens.setUp.login.on') : t('screens.setUp.login.off')} checked={on} onChange={(startAtLogin) => change({ startAtLogin })} />
          </div>
        )}
      {facts?.login === 'blocked' ? <Callout role="status" tone="warn" what={t('screens.setUp.login.blocked.what')} next={t(`screens.setUp.login.blocked.${kind}`)} /> : null}
      {error ? <ErrorNote reveal words={errorWords(error)} /> : null}
    </div>
  );
}
