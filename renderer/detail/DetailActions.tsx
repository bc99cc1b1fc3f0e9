import { clsx } from 'clsx';
import { AlarmClock, Copy, ExternalLink, Link, Link2Off, Mail, MailOpen, Star, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ItemDetail, QueueRow } from '../../contract/models/views.ts';
import { useItemActions } from '../queue/ItemActions.tsx';
import { Button } from '../ui/Button.tsx';
import { InfoPopover } from '../ui/InfoPopover.tsx';

/** What can be done to the item that is shown; null while none is. What does not make sense any more, or cannot be done, is left out. */
export function DetailActions({ item }: { item: ItemDetail | null }) {
  const { t } = useTranslation();
  return (
    <div role="toolbar" aria-label={t('screens.actions.label')} className="flex min-w-0 flex-1 items-center gap-0.5">
      <HereActions row={item?.row ?? null} gone={item !== null && item.gone !== null} />
      <span className="flex-1" />
      <ThereActions row={item?.row ?? null} hasLink={item?.hasLink ?? true} />
    </div>
  );
}

/** What changes the item on this computer. */
function HereActions({ row, gone }: { row: QueueRow | null; gone: boolean }) {
  const { t } = useTranslation();
  const actions = useItemActions();
  const unread = row?.unread ?? false;
  const followed = row?.followed ?? false;
  const on = (act: (of: QueueRow) => void) => ({ blocked: row === null, onClick: () => row && act(row) });
  return (
    <>
      {gone && !unread ? null : <Action icon={unread ? MailOpen : Mail} label={t(unread ? 'screens.detail.markRead' : 'screens.detail.markUnread')} {...on(actions.toggleUnread)} />}
      {gone ? null : <Action icon={Star} {...(followed ? { iconClass: 'fill-current text-accent-ink' } : {})} label={t(followed ? 'screens.actions.unfollow' : 'screens.actions.follow')} {...on(actions.toggleFollow)} />}
      {gone ? null : <Action icon={AlarmClock} label={t('screens.actions.snooze')} {...on(actions.snooze)} />}
    </>
  );
}

/** What leads to the item in Cxpress; says why where nothing does. */
function ThereActions({ row, hasLink }: { row: QueueRow | null; hasLink: boolean }) {
  const { t } = useTranslation();
  const actions = useItemActions();
  const on = (act: (of: QueueRow) => void) => ({ quiet: true, blocked: row === null, onClick: () => row && act(row) });
  return (
    <>
      {row?.number === null ? null : <Action icon={Copy} label={t('screens.actions.copyNumber')} {...on((of) => actions.copy(of, 'number'))} />}
      {hasLink ? (
        <>
          <Action icon={Link} label={t('screens.actions.copyLink')} {...on((of) => actions.copy(of, 'link'))} />
          <Action icon={ExternalLink} label={t('screens.actions.browse')} {...on(actions.browse)} />
        </>
      ) : (
        <InfoPopover label={t('screens.actions.noLink')} trigger={<Link2Off className="size-4 text-ink-3" aria-hidden />}>
          <p className="font-medium text-ink">{t('screens.actions.noLink')}</p>
          <p>{t('screens.actions.noLinkNext')}</p>
        </InfoPopover>
      )}
    </>
  );
}

/** A button of the row; its words show where there is room, unless it is `quiet`. */
function Action({ icon: Icon, iconClass, label, quiet = false, blocked, onClick }: { icon: LucideIcon; iconClass?: string; label: string; quiet?: boolean; blocked: boolean; onClick: () => void }) {
  return (
    <Button look="ghost" size="small" blocked={blocked} title={label} aria-label={label} onClick={onClick} className="min-w-7 justify-center">
      <Icon className={clsx('size-4', iconClass)} aria-hidden />
      {quiet ? null : <span className="hidden @[31rem]:inline">{label}</span>}
    </Button>
  );
}
