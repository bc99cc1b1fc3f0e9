import { CircleAlert, Hourglass, LockKeyhole, PackageX, ShieldAlert, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Status } from '../../contract/status.ts';
import { useFormats } from '../format/FormatProvider.tsx';
import { useErrorWords } from '../format/useErrorWords.ts';
import { Button } from '../ui/Button.tsx';
import { InfoPopover } from '../ui/InfoPopover.tsx';

/** Everything that stands in the way: each a few words that open to a sentence and a next step. */
export function Troubles({ status, onSettings, onPasteTokens }: { status: Status; onSettings: () => void; onPasteTokens: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const errorWords = useErrorWords();
  const { error, missingPermissions, secureStorage, quarantined, state } = status;
  // A block or a lost network is the state itself, told at the beginning of the line and above the rows.
  const words = error === null || error.code === state ? null : errorWords(error);
  const entities = formats.list(missingPermissions.map((entity) => t(`screens.entity.${entity}`)));
  return (
    <>
      {waitsForShare(status) ? (
        <Trouble icon={Hourglass} ink="text-warn-ink" short={t('screens.status.share.short')} what={t('screens.status.share.what')} next={t('screens.status.share.next')}>
          <Button size="small" onClick={onSettings}>{t('screens.status.openSettings')}</Button>
        </Trouble>
      ) : null}
      {words ? <Trouble icon={CircleAlert} ink="text-bad-ink" short={words.what} what={words.what} next={words.next} /> : null}
      {missingPermissions.length > 0 ? (
        <Trouble icon={ShieldAlert} ink="text-warn-ink" short={t('screens.status.noAccess', { list: entities })} what={t('screens.status.noAccess', { list: entities })} next={t('screens.status.noAccessNext')}>
          <Button size="small" onClick={onPasteTokens}>{t('screens.queue.banner.paste')}</Button>
        </Trouble>
      ) : null}
      {secureStorage.state === 'keyring' ? null : (
        <Trouble icon={LockKeyhole} ink="text-warn-ink" short={t(`screens.status.storage.${secureStorage.state}`)} what={t(`screens.status.storage.${secureStorage.state}`)} next={t(`screens.status.storageNext.${secureStorage.state}`)}>
          <Button size="small" onClick={onSettings}>{t('screens.status.openSettings')}</Button>
        </Trouble>
      )}
      {quarantined > 0 ? <Trouble icon={PackageX} ink="text-ink-3" short={t('screens.status.quarantined', { count: quarantined })} what={t('screens.status.quarantined', { count: quarantined })} next={t('screens.status.quarantinedNext')} /> : null}
    </>
  );
}

/** Whether requests stand still because this desktop has spent its part of the minute's requests. */
export function waitsForShare({ state, rate }: Pick<Status, 'state' | 'rate'>): boolean {
  return (state === 'live' || state === 'catchingUp') && isShareSpent(rate);
}

/** Whether a request waits for the minute's part to grow again. */
export function isShareSpent({ waiting, used, budget }: Status['rate']): boolean {
  return waiting > 0 && used >= budget;
}

function Trouble({ icon: Icon, ink, short, what, next, children }: { icon: LucideIcon; ink: string; short: string; what: string; next: string; children?: React.ReactNode }) {
  return (
    <InfoPopover trigger={<><Icon className={`size-3.5 shrink-0 ${ink}`} aria-hidden /><span className="sr-only pair:not-sr-only"><span className="block max-w-64 truncate">{short}</span></span></>}>
      <p className="font-medium text-ink">{what}</p>
      <p>{next}</p>
      {children ? <div>{children}</div> : null}
    </InfoPopover>
  );
}
