import { clsx } from 'clsx';
import { AlarmClock, Building2, CircleDashed, History, Inbox, Layers, ListChecks, Search, Settings2, Star, UserRound, UserRoundPen, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { QueueEntity } from '../../contract/entity.ts';
import type { Scope } from '../../contract/models/filter.ts';
import { useCall } from '../bridge/BridgeContext.tsx';
import { useSettings, useStarted, useStatus } from '../bridge/queries.ts';
import { useQueueCounts, type QueueCount } from '../bridge/queue-queries.ts';
import { acceleratorKeys, acceleratorText } from '../format/accelerator.ts';
import { SCOPES } from '../queue/filters.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { Mark } from '../ui/Mark.tsx';
import { ViewList } from '../views/ViewList.tsx';
import { isAt, scopeFilter, SHELVES, shelfFilter, type Shelf } from '../views/views.ts';
import { NavLine } from './NavLine.tsx';
import type { View, ViewAction } from './view.ts';

const ICONS: Record<Scope | Shelf, LucideIcon> = { mine: UserRound, departments: Building2, unassigned: CircleDashed, all: Layers, followed: Star, snoozed: AlarmClock };
const HEADS = { ticket: { icon: Inbox, word: 'tickets', key: '1' }, task: { icon: ListChecks, word: 'tasks', key: '2' } } as const;
const ENTITIES = ['ticket', 'task'] as const satisfies readonly QueueEntity[];
const PLACES = [...SCOPES, ...SHELVES] as const;

function filterOf(place: Scope | Shelf) {
  return place === 'followed' || place === 'snoozed' ? shelfFilter(place) : scopeFilter(place);
}

/** The way between queues, views and screens, with counts. Narrow windows keep the icons. */
export function Sidebar({ view, dispatch }: { view: View; dispatch: (action: ViewAction) => void }) {
  const { t } = useTranslation();
  const { me, savedViews } = useSettings();
  const { platform } = useStarted();
  const places = ENTITIES.flatMap((entity) => PLACES.map((place) => ({ entity, filter: filterOf(place) })));
  const counts = useQueueCounts([...places, ...savedViews.map(({ entity, filter }) => ({ entity, filter }))]);
  const withKey = (label: string, key: string) => t('screens.nav.keys', { label, keys: acceleratorText(`CommandOrControl+${key}`, platform) });
  return (
    <nav aria-label={t('screens.nav.label')} className="flex w-12 shrink-0 flex-col border-r border-line wide:w-56">
      <div className="flex shrink-0 items-center gap-2 px-3 pt-3 pb-2 wide:px-4 [@media(height<30rem)]:pb-0">
        <Mark className="size-6 shrink-0 [@media(height<30rem)]:hidden" />
        <span className="hidden truncate font-semibold wide:inline">{t('screens.app.name')}</span>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-2 [scrollbar-width:none] wide:[scrollbar-width:thin]">
        {me === null ? <NavLine icon={UserRoundPen} label={t('screens.scopes.identity')} hint={t('screens.scopes.identityHint')} invites current={false} onClick={() => dispatch({ type: 'screen', screen: 'settings', section: 'identity' })} /> : null}
        {ENTITIES.map((entity, index) => (
          <Queue key={entity} entity={entity} view={view} dispatch={dispatch} counts={counts.slice(index * PLACES.length, (index + 1) * PLACES.length)} />
        ))}
        <ViewList
          counts={counts.slice(places.length)}
          isCurrent={({ id, entity, filter }) => isAt(view, { entity, filter, saved: id })}
          onShow={({ id, entity, filter }) => dispatch({ type: 'show', entity, filter, saved: id })}
        />
      </div>
      <div className="flex shrink-0 flex-col gap-0.5 border-t border-line px-2 py-2">
        <LookupItem />
        <NavLine icon={History} label={t('screens.commands.name.goLedger')} current={view.screen === 'ledger'} onClick={() => dispatch({ type: 'screen', screen: 'ledger' })} />
        <NavLine icon={Settings2} label={t('screens.nav.settings')} hint={withKey(t('screens.nav.settings'), ',')} current={['settings', 'rules', 'diagnostics'].includes(view.screen)} onClick={() => dispatch({ type: 'screen', screen: 'settings' })} />
      </div>
    </nav>
  );
}

/** One queue: its own line, its scopes, and what is followed and snoozed of it where there is any. */
function Queue({ entity, view, dispatch, counts }: { entity: QueueEntity; view: View; dispatch: (action: ViewAction) => void; counts: readonly (QueueCount | undefined)[] }) {
  const { t } = useTranslation();
  const { unread } = useStatus();
  const { platform } = useStarted();
  const { icon, word, key } = HEADS[entity];
  const label = t(`screens.nav.${word}`);
  const here = view.screen === 'queue' && view.entity === entity;
  return (
    <div className="mt-1 first:mt-0 wide:mt-2.5 wide:first:mt-0">
      <NavLine head icon={icon} label={label} hint={t('screens.nav.keys', { label, keys: acceleratorText(`CommandOrControl+${key}`, platform) })} count={unread[entity]} counted={t('screens.nav.unread', { count: unread[entity] })} news current={false} onClick={() => dispatch({ type: 'queue', entity })} />
      <ul aria-label={label} className={clsx('mt-0.5 flex-col gap-0.5', here ? 'flex' : 'hidden wide:flex')}>
        {PLACES.map((place, index) => {
          const filter = filterOf(place);
          const current = isAt(view, { entity, filter, saved: null });
          const shelf = place === 'followed' || place === 'snoozed';
          const count = counts[index];
          const shown = shelf ? count?.total ?? 0 : count?.unread ?? 0;
          if (shelf && shown === 0 && !current) return null;
          return (
            <li key={place} className="wide:pl-3">
              <NavLine
                icon={ICONS[place]}
                label={t(`screens.scopes.name.${entity}.${place}`)}
                hint={`${t(`screens.scopes.name.${entity}.${place}`)} (${label})`}
                count={shown}
                counted={shelf ? t(`screens.queue.total.${entity}`, { count: shown }) : t('screens.nav.unread', { count: shown })}
                news={!shelf}
                current={current}
                onClick={() => dispatch({ type: 'show', entity, filter, saved: null })}
              />
            </li>
          );
        })}
      </ul>
    </div>
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
    <button type="button" title={hint} onClick={() => void call('lookup.show', null).catch(() => undefined)} className="flex min-h-7 items-center justify-center gap-2.5 rounded-md px-2 text-ink-2 hover:bg-hover hover:text-ink wide:justify-start">
      <Search className="size-4 shrink-0" aria-hidden />
      <span className="sr-only wide:not-sr-only">{t('screens.nav.lookup')}</span>
      <span className="ml-auto hidden wide:inline" aria-hidden><Kbd keys={acceleratorKeys(hotkey, platform)} /></span>
    </button>
  );
}
