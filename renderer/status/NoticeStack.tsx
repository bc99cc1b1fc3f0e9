import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Notice } from '../../contract/status.ts';
import { useDismissNotice } from '../bridge/mutations.ts';
import { useNotices, useStatus } from '../bridge/queries.ts';
import { Button } from '../ui/Button.tsx';
import { Callout, type Tone } from '../ui/Callout.tsx';
import { IconButton } from '../ui/IconButton.tsx';

const TONES: Record<Notice['code'], Tone> = {
  databaseRebuilt: 'warn', keyringAbsent: 'warn', keyringLocked: 'warn', vaultUnreadable: 'warn', settingsReset: 'warn',
  hotkeyTaken: 'warn', listenerFailed: 'warn', notificationsUnavailable: 'warn', closeToTray: 'info', clockSkew: 'warn', databaseNewer: 'warn', sessionEnding: 'warn', profileUnreadable: 'warn',
  vaultNotRead: 'warn', keyringOpened: 'info', renewalUnproved: 'warn', tokensNotKept: 'warn',
};
/** Notices whose next step is a setting. */
const IN_SETTINGS: ReadonlySet<Notice['code']> = new Set(['settingsReset', 'hotkeyTaken', 'listenerFailed', 'notificationsUnavailable', 'closeToTray', 'profileUnreadable']);

/** What the person must be told, until it is dismissed. `onSettings` null where there are no settings to go to. */
export function NoticeStack({ onSettings }: { onSettings: (() => void) | null }) {
  const { t } = useTranslation();
  const { state } = useStatus();
  const notices = useNotices().filter(({ code }) => code !== 'closeToTray' || state !== 'signedOut');
  const { mutate: dismiss } = useDismissNotice();
  if (notices.length === 0) return null;
  return (
    <section aria-label={t('screens.notice.label')} className="max-h-[40%] shrink-0 overflow-y-auto">
      {notices.map(({ code, params }) => (
        <Callout
          key={code}
          flat
          role="status"
          tone={TONES[code]}
          what={t(`screens.notice.${code}.what`, { hours: '', minutes: '', ...(typeof params?.hours === 'number' && { count: params.hours }), ...params })}
          next={t(`screens.notice.${code}.next`, { hours: '', minutes: '', ...params })}
          actions={
            <>
              {onSettings && IN_SETTINGS.has(code) ? <Button size="small" onClick={onSettings}>{t('screens.status.openSettings')}</Button> : null}
              <IconButton icon={X} label={t('screens.app.dismiss')} onClick={() => dismiss(code)} />
            </>
          }
        />
      ))}
    </section>
  );
}
