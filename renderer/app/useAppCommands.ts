import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView } from '../../contract/models/filter.ts';
import type { QueueEntity } from '../../contract/entity.ts';
import { isPausedAt, pausedUntil, type Pause } from '../../contract/pause.ts';
import type { Scope } from '../../contract/models/filter.ts';
import { useCall } from '../bridge/BridgeContext.tsx';
import { useSyncNow, useUpdateSettings } from '../bridge/mutations.ts';
import { useSettings, useStatus } from '../bridge/queries.ts';
import { useFormats, useNow } from '../format/FormatProvider.tsx';
import { pausedWords } from '../format/state-words.ts';
import { useCommandHandlers } from '../palette/CommandProvider.tsx';
import { useSay } from '../status/Toaster.tsx';
import { neighbour, scopeFilter, shelfFilter, type Place, type Shelf } from '../views/views.ts';
import type { OtherScreen, View, ViewAction } from './view.ts';

/** What the window's own commands do beside changing the view. */
export interface AppWays {
  readonly dispatch: (action: ViewAction) => void;
  readonly onPalette: () => void;
  readonly onHelp: () => void;
}

/** Carries out what concerns the window as a whole, while `enabled`. Returns how often a screen was asked for: such a screen takes the focus, wherever it was. */
export function useAppCommands(view: View, enabled: boolean, { dispatch, onPalette, onHelp }: AppWays): number {
  const [moves, setMoves] = useState(0);
  const call = useCall();
  const now = useNow();
  const { t } = useTranslation();
  const formats = useFormats();
  const say = useSay();
  const { state } = useStatus();
  const { savedViews, notificationsPausedUntil } = useSettings();
  const { mutate: update } = useUpdateSettings();
  const { mutate: sync } = useSyncNow();
  const go = (action: ViewAction) => () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    setMoves((count) => count + 1);
    dispatch(action);
  };
  const show = (place: Place) => go({ type: 'show', ...place });
  const scope = (name: Scope) => show({ entity: view.entity, filter: scopeFilter(name), saved: null });
  const shelf = (name: Shelf) => show({ entity: view.entity, filter: shelfFilter(name), saved: null });
  const queue = (entity: QueueEntity) => go({ type: 'queue', entity });
  const screen = (name: OtherScreen) => go({ type: 'screen', screen: name });
  const beside = (by: number) => {
    const place = neighbour(view, savedViews, by);
    return place && show(place);
  };
  const pause = (how: Pause) => () => {
    const until = pausedUntil(how, Date.now());
    update({ notificationsPausedUntil: until });
    say({ text: pausedWords(t, formats, until, now), undo: () => update({ notificationsPausedUntil }) });
  };
  const paused = isPausedAt(notificationsPausedUntil, now);
  useCommandHandlers(!enabled ? {} : {
    back: () => dispatch({ type: 'back' }),
    palette: onPalette,
    help: onHelp,
    goTickets: queue('ticket'),
    goTasks: queue('task'),
    goMine: scope('mine'),
    goDepartments: scope('departments'),
    goUnassigned: scope('unassigned'),
    goAll: scope('all'),
    goFollowed: shelf('followed'),
    goSnoozed: shelf('snoozed'),
    goLedger: screen('ledger'),
    goRules: screen('rules'),
    goDiagnostics: screen('diagnostics'),
    goIdentity: go({ type: 'screen', screen: 'settings', section: 'identity' }),
    goSettings: screen('settings'),
    previousView: beside(-1),
    nextView: beside(1),
    lookup: () => void call('lookup.show', null).catch(() => undefined),
    sync: state === 'live' || state === 'catchingUp' || state === 'offline' ? () => sync() : null,
    pauseHalfHour: pause('pauseHalfHour'),
    pauseHour: pause('pauseHour'),
    pauseTomorrow: pause('pauseTomorrow'),
    pauseUntilResumed: pause('pauseUntilResumed'),
    resume: paused ? () => {
      update({ notificationsPausedUntil: 0 });
      say({ text: t('screens.settings.notifications.on') });
    } : null,
  });
  return moves;
}

/** A saved view as a place of the sidebar. */
export function placeOfView({ id, entity, filter }: SavedView): Place {
  return { entity, filter, saved: id };
}
