import type { QueueEntity } from '../../contract/entity.ts';
import type { EventPayload } from '../../contract/ipc/events.ts';
import type { QueueFilter } from '../../contract/models/filter.ts';
import { EVERYTHING } from '../queue/filters.ts';
import type { SettingsSection } from '../settings/sections.ts';

/** Screens beside the queue. */
export type OtherScreen = 'settings' | 'rules' | 'ledger' | 'diagnostics' | 'tokens' | 'import';

/** What the main window shows. Each queue remembers its filter, the saved view it came from and its open item while another screen is up. */
export interface View {
  readonly screen: 'queue' | OtherScreen;
  readonly entity: QueueEntity;
  readonly filter: Readonly<Record<QueueEntity, QueueFilter>>;
  /** Id of the saved view that was chosen; its filter may have been changed since. */
  readonly saved: Readonly<Record<QueueEntity, string | null>>;
  readonly open: Readonly<Record<QueueEntity, string | null>>;
  /** The ledger tells about this item alone; null: about all. */
  readonly ledgerItem: { readonly entity: QueueEntity; readonly id: string } | null;
  /** The part of the settings to begin at. */
  readonly section: SettingsSection | null;
  /** The rule to begin with, open. */
  readonly rule: string | null;
}

/** Where the main window begins. */
export const FIRST_VIEW: View = {
  screen: 'queue', entity: 'ticket', filter: { ticket: EVERYTHING, task: EVERYTHING }, saved: { ticket: null, task: null }, open: { ticket: null, task: null }, ledgerItem: null, section: null, rule: null,
};

/** What can happen to a {@link View}. `back` closes what lies on top: a screen, then the open item. */
export type ViewAction =
  | { readonly type: 'queue'; readonly entity: QueueEntity }
  /** Other rows of a queue; `saved` names the view they come from. */
  | { readonly type: 'show'; readonly entity: QueueEntity; readonly filter: QueueFilter; readonly saved: string | null }
  /** The filter of the present queue was changed; it still belongs to its saved view. */
  | { readonly type: 'filter'; readonly filter: QueueFilter }
  /** The present filter was saved under this id. */
  | { readonly type: 'saved'; readonly id: string }
  | { readonly type: 'open'; readonly entity: QueueEntity; readonly id: string }
  | { readonly type: 'screen'; readonly screen: OtherScreen; readonly section?: SettingsSection; readonly rule?: string }
  | { readonly type: 'ledger'; readonly item: View['ledgerItem'] }
  /** New tokens are asked for, unless an import is worked on: that is not taken away. */
  | { readonly type: 'needsTokens' }
  | { readonly type: 'navigate'; readonly event: EventPayload<'navigate'> }
  | { readonly type: 'back' };

/** The view after an action. */
export function nextView(view: View, action: ViewAction): View {
  switch (action.type) {
    case 'queue':
      return { ...view, screen: 'queue', entity: action.entity };
    case 'show':
      return {
        ...view, screen: 'queue', entity: action.entity, filter: { ...view.filter, [action.entity]: action.filter }, saved: { ...view.saved, [action.entity]: action.saved }, open: { ...view.open, [action.entity]: null },
      };
    case 'filter':
      return { ...view, filter: { ...view.filter, [view.entity]: action.filter } };
    case 'saved':
      return { ...view, saved: { ...view.saved, [view.entity]: action.id } };
    case 'open':
      return { ...view, screen: 'queue', entity: action.entity, open: { ...view.open, [action.entity]: action.id } };
    case 'screen':
      return { ...view, screen: action.screen, section: action.section ?? null, rule: action.rule ?? null, ledgerItem: null };
    case 'ledger':
      return { ...view, screen: 'ledger', ledgerItem: action.item };
    case 'needsTokens':
      return view.screen === 'import' ? view : { ...view, screen: 'tokens' };
    case 'navigate':
      return navigated(view, action.event);
    case 'back':
      return view.screen === 'queue' ? { ...view, open: { ...view.open, [view.entity]: null } } : { ...view, screen: 'queue' };
  }
}

function navigated(view: View, event: EventPayload<'navigate'>): View {
  switch (event.to) {
    case 'item':
      return nextView(view, { type: 'open', entity: event.entity, id: event.id });
    case 'queue':
      return nextView(view, { type: 'show', entity: event.entity, filter: event.filter, saved: null });
    case 'settings':
      return nextView(view, { type: 'screen', screen: 'settings' });
  }
}
