import { clsx } from 'clsx';
import { Inbox, ListChecks, Search, Settings2, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../bridge/BridgeContext.tsx';
import { useSettings, useStarted, useStatus } from '../bridge/queries.ts';
import { acceleratorKeys, acceleratorText } from '../format/accelerator.ts';
import { useFormats } from '../format/FormatProvider.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { Mark } from '../ui/Mark.tsx';
import type { View, ViewAction } from './view.ts';

/** The way between the screens, with unread counts. Narrow windows keep the icons. */
export function Sidebar({ view, dispatch }: { view: View; dispatch: (action: ViewAction) => void }) {
  const { t } = useTranslation();
  const { unread } = useStatus();
  const onQueue = view.screen === 'queue';
  return (
    <nav aria-label={t('screens.nav.label')} className="flex w-12 shrink-0 flex-col gap-0.5 border-r border-line px-2 py-3 wide:w-52">
      <div className="mb-3 flex items-center gap-2 px-1 wide:px-2">
        <Mark className="size-6 shrink-0" />
        <span className="hidden truncate font-semibold wide:inline">{t('screens.app.name')}</span>
      </div>
      <NavItem icon={Inbox} label={t('screens.nav.tickets')} shortcut="1" count={unread.ticket} current={onQueue && view.entity === 'ticket'} onClick={() => dispatch({ type: 'queue', entity: 'ticket' })} />
      <NavItem icon={ListChecks} label={t('screens.nav.tasks')} shortcut="2" count={unread.task} current={onQueue && view.entity === 'task'} onClick={() => dispatch({ type: 'queue', entity: 'task' })} />
      <div className="flex-1" />
      <LookupItem />
      <NavItem icon={Settings2} label={t('screens.nav.settings')} shortcut="," current={view.screen === 'settings'} onClick={() => dispatch({ type: 'screen', screen: 'settings' })} />
    </nav>
  );
}

function NavItem({ icon: Icon, label, shortcut, count = 0, current, onClick }: { icon: LucideIcon; label: string; shortcut: string; count?: number; current: boolean; onClick: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { platform } = useStarted();
  const words = count > 0 ? t('screens.nav.unread', { count }) : '';
  const named = t('screens.nav.keys', { label, keys: acceleratorText(`CommandOrControl+${shortcut}`, platform) });
  return (
    <button
      type="button"
      onClick={onClick}
      title={words ? `${named}, ${words}` : named}
      aria-current={current ? 'page' : undefined}
      className={clsx('relative flex min-h-8 items-center justify-center gap-2.5 rounded-md px-2 wide:justify-start', current ? 'bg-selected font-medium text-ink' : 'text-ink-2 hover:bg-hover hover:text-ink')}
    >
      <Icon className={clsx('size-4 shrink-0', current && 'text-accent-ink')} aria-hidden />
      <span className="sr-only truncate wide:not-sr-only">{label}</span>
      {count > 0 ? (
        <>
          <span className="ml-auto hidden text-sm text-ink-2 tabular-nums wide:inline" aria-hidden>{formats.number(count)}</span>
          <span className="dot absolute top-1 right-1 size-1.5 text-accent-ink wide:hidden" aria-hidden />
          <span className="sr-only">{words}</span>
        </>
      ) : null}
    </button>
  );
}

/** Brings the lookup window up, and tells the hotkey that does so from anywhere. */
function LookupItem() {
  const { t } = useTranslation();
  const { hotkey } = useSettings();
  const { platform } = useStarted();
  const call = useCall();
  const hint = hotkey ? t('screens.nav.lookupHint', { hotkey: acceleratorText(hotkey, platform) }) : t('screens.nav.lookupNone');
  return (
    <button type="button" title={hint} onClick={() => void call('lookup.show', null).catch(() => undefined)} className="flex min-h-8 items-center justify-center gap-2.5 rounded-md px-2 text-ink-2 hover:bg-hover hover:text-ink wide:justify-start">
      <Search className="size-4 shrink-0" aria-hidden />
      <span className="sr-only wide:not-sr-only">{t('screens.nav.lookup')}</span>
      <span className="ml-auto hidden wide:inline" aria-hidden><Kbd keys={acceleratorKeys(hotkey, platform)} /></span>
    </button>
  );
}
