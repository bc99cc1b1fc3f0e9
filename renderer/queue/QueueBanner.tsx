import { useTranslation } from 'react-i18next';
import type { QueueEntity } from '../../contract/entity.ts';
import type { Status } from '../../contract/status.ts';
import { useStatus } from '../bridge/queries.ts';
import { useFormats, useNow } from '../format/FormatProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { Callout, type Tone } from '../ui/Callout.tsx';

/** Says above the rows why they may not be all there is, or not the newest. Silent while live; an empty queue explains itself. */
export function QueueBanner({ entity, empty, onPasteTokens }: { entity: QueueEntity; empty: boolean; onPasteTokens: () => void }) {
  const { t } = useTranslation();
  const status = useStatus();
  const formats = useFormats();
  const now = useNow();
  const time = status.completeUpTo === null ? null : formats.moment(status.completeUpTo, now);
  const until = status.blockedUntil === null ? '' : formats.clock(status.blockedUntil);
  const known = (name: 'offline' | 'blocked' | 'needsTokens') =>
    time === null ? t(`screens.queue.banner.${name}Never`, { until }) : t(`screens.queue.banner.${name}`, { until, time });
  const say = (tone: Tone, what: string) => <Callout flat tone={tone} what={what} actions={status.state === 'needsTokens' ? <Button size="small" onClick={onPasteTokens}>{t('screens.queue.banner.paste')}</Button> : null} />;
  const banner = bannerOf(status, entity);
  switch (empty && banner !== 'needsTokens' ? null : banner) {
    case 'noPermission':
      return say('warn', t('screens.queue.banner.noPermission'));
    case 'first':
      return say('info', t('screens.queue.banner.first'));
    case 'offline':
      return say('info', known('offline'));
    case 'blocked':
      return say('warn', known('blocked'));
    case 'needsTokens':
      return say('warn', known('needsTokens'));
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
