import { CircleCheck, CloudOff, Inbox, ListChecks, LockKeyhole, RefreshCw, Timer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { QueueEntity } from '../../contract/entity.ts';
import type { Status } from '../../contract/status.ts';
import type { QueueFilter } from '../bridge/keys.ts';
import { useStatus } from '../bridge/queries.ts';
import { useFormats } from '../format/FormatProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

/** Why a queue shows no row, and what to do about it. */
export function QueueEmpty({ entity, filter, onShowAll, onSettings }: { entity: QueueEntity; filter: QueueFilter; onShowAll: () => void; onSettings: () => void }) {
  const { t } = useTranslation();
  const status = useStatus();
  const formats = useFormats();
  switch (emptinessOf(status, entity, filter)) {
    case 'noPermission':
      return (
        <EmptyState icon={LockKeyhole} title={t(`screens.queue.empty.noPermission.${entity}.title`)} text={t('screens.queue.empty.noPermission.text')}>
          <Button onClick={onSettings}>{t('screens.queue.empty.noPermission.action')}</Button>
        </EmptyState>
      );
    case 'unread':
      return (
        <EmptyState icon={CircleCheck} title={t('screens.queue.empty.unread.title')} text={t('screens.queue.empty.unread.text')}>
          <Button onClick={onShowAll}>{t('screens.queue.empty.unread.action')}</Button>
        </EmptyState>
      );
    case 'first':
      return <EmptyState icon={RefreshCw} title={t('screens.queue.empty.first.title')} text={t('screens.queue.empty.first.text')} />;
    case 'offline':
      return <EmptyState icon={CloudOff} title={t('screens.queue.empty.offline.title')} text={t('screens.queue.empty.offline.text')} />;
    case 'blocked':
      return <EmptyState icon={Timer} title={t('screens.queue.empty.blocked.title', { time: status.blockedUntil === null ? '' : formats.clock(status.blockedUntil) })} text={t('screens.queue.empty.blocked.text')} />;
    case 'nothing':
      return <EmptyState icon={entity === 'ticket' ? Inbox : ListChecks} title={t(`screens.queue.empty.${entity}.title`)} text={t(`screens.queue.empty.${entity}.text`)} />;
  }
}

/** The reason that explains an empty queue best. */
export function emptinessOf(status: Status, entity: QueueEntity, filter: QueueFilter): 'noPermission' | 'unread' | 'first' | 'offline' | 'blocked' | 'nothing' {
  if (status.missingPermissions.includes(entity)) return 'noPermission';
  if (filter === 'unread') return 'unread';
  if (status.completeUpTo !== null) return 'nothing';
  if (status.state === 'offline' || status.state === 'blocked') return status.state;
  return status.state === 'catchingUp' ? 'first' : 'nothing';
}
