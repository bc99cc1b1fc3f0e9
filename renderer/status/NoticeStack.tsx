import { X } from 'lucide-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Notice } from '../../contract/status.ts';
import { useDismissNotice } from '../bridge/mutations.ts';
import { useNotices, useStatus } from '../bridge/queries.ts';
import { useFormats } from '../format/FormatProvider.tsx';
import type { Formats } from '../format/formats.ts';
import { Button } from '../ui/Button.tsx';
import { Callout, type Tone } from '../ui/Callout.tsx';
import { IconButton } from '../ui/IconButton.tsx';

const TONES: Record<Notice['code'], Tone> = {
  databaseRebuilt: 'warn', keyringAbsent: 'warn', keyringLocked: 'warn', vaultUnreadable: 'warn', settingsReset: 'warn',
  hotkeyTaken: 'warn', listenerFailed: 'warn', notificationsUnavailable: 'warn', closeToTray: 'info', clockSkew: 'warn', databaseNewer: 'warn', sessionEnding: 'warn', profileUnreadable: 'warn', profileNewer: 'warn',
  vaultNotRead: 'warn', keyringOpened: 'info', renewalUnproved: 'warn', tokensNotKept: 'warn',
};
/** Notices whose next step is a setting. */
const IN_SETTINGS: ReadonlySet<Notice['code']> = new Set(['settingsReset', 'hotkeyTaken', 'listenerFailed', 'notificationsUnavailable', 'closeToTray', 'profileUnreadable']);

/** Chooses the plural where a notice does not say how many. */
const SOME = 2;

/** What happened. A clock is ahead or behind by so much; hours left of a session count. */
function whatWords(t: TFunction, formats: Formats, { code, params = {} }: Notice): string {
  if (code === 'clockSkew' && typeof params['minutes'] === 'number') {
    return t(`screens.notice.clockSkew.${params['ahead'] === 1 ? 'ahead' : 'behind'}`, { span: formats.span(params['minutes'] * 60_000) });
  }
  return t(`screens.notice.${code}.what`, { hours: '', count: typeof params['hours'] === 'number' ? params['hours'] : SOME, ...params });
}

/** What the person must be told, until it is dismissed. `onSettings` and `onPasteTokens` are null where there is nowhere to go. */
export function NoticeStack({ onSettings, onPasteTokens }: { onSettings: (() => void) | null; onPasteTokens: (() => void) | null }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { state } = useStatus();
  const notices = useNotices().filter(({ code }) => code !== 'closeToTray' || state !== 'signedOut');
  const { mutate: dismiss } = useDismissNotice();
  if (notices.length === 0) return null;
  return (
    <section aria-label={t('screens.notice.label')} className="max-h-[40%] shrink-0 overflow-y-auto">
      {notices.map((notice) => {
        const { code, params } = notice;
        return (
        <Callout
          key={code}
          flat
          role="status"
          tone={TONES[code]}
          what={whatWords(t, formats, notice)}
          next={t(`screens.notice.${code}.next`, { hours: '', ...params })}
          actions={
            <>
              {onSettings && IN_SETTINGS.has(code) ? <Button size="small" onClick={onSettings}>{t('screens.status.openSettings')}</Button> : null}
              {onPasteTokens && code === 'sessionEnding' ? <Button size="small" onClick={onPasteTokens}>{t('screens.queue.banner.paste')}</Button> : null}
              <IconButton icon={X} label={t('screens.app.dismiss')} onClick={() => dismiss(code)} />
            </>
          }
        />
        );
      })}
    </section>
  );
}
