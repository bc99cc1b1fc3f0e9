import type { QueueEntity } from '../../contract/entity.ts';
import type { EventPayload } from '../../contract/ipc/events.ts';
import type { QueueFilter } from '../bridge/keys.ts';

/** What the main window shows. Each queue remembers its filter and its open item while another screen is up. */
export interface View {
  readonly screen: 'queue' | 'settings' | 'tokens' | 'import';
  readonly entity: QueueEntity;
  readonly filter: Readonly<Record<QueueEntity, QueueFilter>>;
  readonly open: Readonly<Record<QueueEntity, string | null>>;
}

/** Where the main window begins. */
export const FIRST_VIEW: View = { screen: 'queue', entity: 'ticket', filter: { ticket: 'all', task: 'all' }, open: { ticket: null, task: null } };

/** What can happen to a {@link View}. `back` closes what lies on top: a screen, then the open item. */
export type ViewAction =
  | { readonly type: 'queue'; readonly entity: QueueEntity }
  | { readonly type: 'filter'; readonly filter: QueueFilter }
  | { readonly type: 'open'; readonly entity: QueueEntity; readonly id: string }
  | { readonly type: 'screen'; readonly screen: 'settings' | 'tokens' | 'import' }
  /** New tokens are asked for, unless an import is worked on: that is not taken away. */
  | { readonly type: 'needsTokens' }
  | { readonly type: 'navigate'; readonly event: EventPayload<'navigate'> }
  | { readonly type: 'back' };

/** The view after an action. */
export function nextView(view: View, action: ViewAction): View {
  switch (action.type) {
    case 'queue':
      return { ...view, screen: 'queue', entity: action.entity };
    case 'filter':
      return { ...view, filter: { ...view.filter, [view.entity]: action.filter } };
    case 'open':
      return { ...view, screen: 'queue', entity: action.entity, open: { ...view.open, [action.entity]: action.id } };
    case 'screen':
      return { ...view, screen: action.screen };
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
      return { ...view, screen: 'queue', entity: event.entity, filter: { ...view.filter, [event.entity]: event.filter } };
    case 'settings':
      return nextView(view, { type: 'screen', screen: 'settings' });
  }
}
