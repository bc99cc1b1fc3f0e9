import { AlarmClock, Building2, CircleCheck, CircleDashed, CloudOff, FilterX, Inbox, ListChecks, LockKeyhole, RefreshCw, Star, Timer, UserRound, UserRoundPen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { QueueEntity } from '../../contract/entity.ts';
import type { QueueFilter } from '../../contract/models/filter.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Status } from '../../contract/status.ts';
import { useSyncNow } from '../bridge/mutations.ts';
import { useSettings, useStatus } from '../bridge/queries.ts';
import { useFormats } from '../format/FormatProvider.tsx';
import { BlockCountdown } from '../status/BlockCountdown.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { cleared, conditionsOf } from './filters.ts';

/** Where an empty queue leads to. */
export interface EmptyWays {
  readonly onFilter: (filter: QueueFilter) => void;
  readonly onSettings: () => void;
  readonly onIdentity: () => void;
}

/** Why a queue shows no row, and what to do about it. */
export function QueueEmpty({ entity, filter, ...ways }: { entity: QueueEntity; filter: QueueFilter } & EmptyWays) {
  const { t } = useTranslation();
  const why = emptinessOf(useStatus(), useSettings(), entity, filter);
  const all = { ...cleared(filter), scope: 'all' as const };
  switch (why) {
    case 'noPermission':
      return (
        <EmptyState icon={LockKeyhole} title={t(`screens.queue.empty.noPermission.${entity}.title`)} text={t('screens.queue.empty.noPermission.text')}>
          <Button onClick={ways.onSettings}>{t('screens.queue.empty.noPermission.action')}</Button>
        </EmptyState>
      );
    case 'identity':
    case 'noDepartments':
      return (
        <EmptyState icon={PLACE_ICONS[why]} title={t(`screens.emptiness.${why}.title`)} text={t(`screens.emptiness.${why}.text`)}>
          <Button look="primary" onClick={ways.onIdentity}>{t(`screens.emptiness.${why}.action`)}</Button>
        </EmptyState>
      );
    case 'unread':
      return (
        <EmptyState icon={CircleCheck} title={t('screens.queue.empty.unread.title')} text={t('screens.queue.empty.unread.text')}>
          <Button onClick={() => ways.onFilter({ ...filter, only: null })}>{t('screens.queue.empty.unread.action')}</Button>
        </EmptyState>
      );
    case 'filtered':
      return (
        <EmptyState icon={FilterX} title={t(`screens.emptiness.filtered.${entity}`)} text={t('screens.emptiness.filtered.text')}>
          <Button look="primary" onClick={() => ways.onFilter(cleared(filter))}>{t('screens.filters.clear')}</Button>
        </EmptyState>
      );
    case 'first':
    case 'offline':
    case 'blocked':
      return <NothingStored why={why} />;
    case 'nothing':
      return <EmptyState icon={entity === 'ticket' ? Inbox : ListChecks} title={t(`screens.queue.empty.${entity}.title`)} text={t(`screens.queue.empty.${entity}.text`)} />;
    default:
      return (
        <EmptyState icon={PLACE_ICONS[why]} title={t(`screens.emptiness.${why}.title`)} text={t(`screens.emptiness.${why}.text`)}>
          <Button onClick={() => ways.onFilter(all)}>{t('screens.emptiness.showAll')}</Button>
        </EmptyState>
      );
  }
}

/** Nothing can be shown because nothing has been read yet. */
function NothingStored({ why }: { why: 'first' | 'offline' | 'blocked' }) {
  const { t } = useTranslation();
  const { blockedUntil } = useStatus();
  const formats = useFormats();
  const { mutate: sync, isPending } = useSyncNow();
  switch (why) {
    case 'first':
      return <EmptyState icon={RefreshCw} title={t('screens.queue.empty.first.title')} text={t('screens.queue.empty.first.text')} />;
    case 'offline':
      return (
        <EmptyState icon={CloudOff} title={t('screens.queue.empty.offline.title')} text={t('screens.queue.empty.offline.text')}>
          <Button blocked={isPending} onClick={() => sync()}>{t('screens.app.retry')}</Button>
        </EmptyState>
      );
    case 'blocked':
      return (
        <EmptyState icon={Timer} title={t('screens.queue.empty.blocked.title', { time: blockedUntil === null ? '' : formats.clock(blockedUntil) })} text={t('screens.queue.empty.blocked.text')}>
          {blockedUntil === null ? null : <span className="text-ink-2"><BlockCountdown until={blockedUntil} /></span>}
        </EmptyState>
      );
  }
}

const PLACE_ICONS = { identity: UserRoundPen, noDepartments: Building2, mine: UserRound, departments: Building2, unassigned: CircleDashed, followed: Star, snoozed: AlarmClock } as const;

/** The reason that explains an empty queue best. */
export function emptinessOf(status: Status, { me, myDepartmentIds }: Pick<Settings, 'me' | 'myDepartmentIds'>, entity: QueueEntity, filter: QueueFilter) {
  if (status.missingPermissions.includes(entity)) return 'noPermission';
  if (filter.scope === 'mine' && me === null) return 'identity';
  if (filter.scope === 'departments' && myDepartmentIds.length === 0) return me === null ? 'identity' : 'noDepartments';
  if (status.completeUpTo === null) {
    if (status.state === 'offline' || status.state === 'blocked') return status.state;
    if (status.state === 'catchingUp') return 'first';
  }
  const asked = conditionsOf(filter).filter((condition) => condition !== 'shelf');
  if (asked.length > 0) return 'filtered';
  if (filter.only !== null) return filter.only;
  return filter.scope === 'all' ? 'nothing' : filter.scope;
}
