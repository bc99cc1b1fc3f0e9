/** Names only: all that the preload script needs at run time, so that it stays a few lines without zod. */

/** Calls a window may make. */
export const CALLS = [
  'app.start', 'place.keep', 'session.test', 'session.signIn', 'session.signOut', 'sync.now', 'status.get',
  'queue.page', 'queue.facets', 'queue.counts', 'queue.markRead', 'queue.undoRead', 'agents.list', 'item.get', 'item.markRead', 'item.follow', 'item.snooze', 'item.copy', 'item.browse', 'lookup.search', 'lookup.show', 'lookup.open', 'lookup.hide', 'lookup.remote', 'lookup.cancel', 'lookup.preview', 'lookup.copy', 'lookup.browse',
  'settings.get', 'settings.update', 'settings.export', 'settings.import', 'proxy.signIn', 'notice.dismiss', 'notification.test',
  'rules.tryOut', 'rules.export', 'rules.import', 'ledger.page', 'diagnostics.run', 'diagnostics.export', 'hotkey.try', 'hotkey.cancel', 'desktop.facts',
  'profiles.list', 'profiles.use', 'profiles.remove', 'profiles.export', 'profiles.choose', 'profiles.correct', 'profiles.test', 'profiles.save', 'profiles.discard',
] as const;
/** One of {@link CALLS}. */
export type CallName = (typeof CALLS)[number];

/** Events a window may hear. */
export const EVENTS = ['items.changed', 'status.changed', 'settings.changed', 'notices.changed', 'navigate', 'lookup.shown'] as const;
/** One of {@link EVENTS}. */
export type EventName = (typeof EVENTS)[number];

/** The Electron channel that carries every call, with the call's name as its first value. */
export const CALL_CHANNEL = 'cxpress:call';
/** The Electron channel that carries every event, with the event's name as its first value. */
export const EVENT_CHANNEL = 'cxpress:event';
