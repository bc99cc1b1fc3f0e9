import { useTranslation } from 'react-i18next';
import type { QueueEntity } from '../../contract/entity.ts';
import type { Status } from '../../contract/status.ts';
import { useSyncNow } from '../bridge/mutations.ts';
import { useStatus } from '../bridge/queries.ts';
import { useFormats, useNow } from '../format/FormatProvider.tsx';
import { BlockCountdown } from '../status/BlockCountdown.tsx';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';

/** Says above the rows why they may not be all there is, or not the newest, and what can be done. Silent while live, and where the empty queue says the same. */
export function QueueBanner({ entity, explained, onPasteTokens, onSettings }: { entity: QueueEntity; explained: boolean; onPasteTokens: () => void; onSettings: () => void }) {
  const { t } = useTranslation();
  const status = useStatus();
  const formats = useFormats();
  const now = useNow();
  const { mutate: sync, isPending } = useSyncNow();
  const time = status.completeUpTo === null ? null : formats.moment(status.completeUpTo, now);
  const until = status.blockedUntil === null ? '' : formats.clock(status.blockedUntil);
  const known = (name: 'offline' | 'blocked' | 'needsTokens') =>
    time === null ? t(`screens.queue.banner.${name}Never`, { until }) : t(`screens.queue.banner.${name}`, { until, time });
  const banner = bannerOf(status, entity);
  switch (explained && banner !== 'needsTokens' ? null : banner) {
    case 'noPermission':
      return <Callout flat tone="warn" what={t('screens.queue.banner.noPermission')} actions={<Button size="small" onClick={onSettings}>{t('screens.queue.empty.noPermission.action')}</Button>} />;
    case 'first':
      return <Callout flat tone="info" what={t('screens.queue.banner.first')} />;
    case 'offline':
      return <Callout flat tone="info" what={known('offline')} actions={<Button size="small" blocked={isPending} onClick={() => sync()}>{t('screens.app.retry')}</Button>} />;
    case 'blocked':
      return <Callout flat tone="warn" what={known('blocked')} actions={status.blockedUntil === null ? null : <BlockCountdown until={status.blockedUntil} />} />;
    case 'needsTokens':
      return <Callout flat tone="warn" what={known('needsTokens')} actions={<Button size="small" onClick={onPasteTokens}>{t('screens.queue.banner.paste')}</Button>} />;
    case null:
      return null;
  }
}

/** Which banner stands above a queue, if any; the one that explains most wins. */
export function bannerOf(status: Status, entity: QueueEntity): 'noPermission' | 'first' | 'offline' | 'blocked' | 'needsTokens' | null {
  if (status.state === 'needsTokens' || status.state === 'blocked' || status.state === 'offline') return status.state;
  if (status.missingPermissions.includes(entity)) return 'noPermission';
  return status.state === 'catchingUp' && status.completeUpTo === null ? 'first' : null;
}
