import type { Notifier } from '../../core/notify/port.ts';
import type { Session, SessionStatus } from '../../core/session/port.ts';
import type { Translate } from '../i18n.ts';

/** What telling about the session needs. */
export interface SessionNewsNeeds {
  readonly session: Pick<Session, 'status' | 'onChange'>;
  readonly notifier: Pick<Notifier, 'show' | 'onClick' | 'withdraw'>;
  readonly t: Translate;
  /** The toast was clicked. */
  readonly onOpen: () => void;
}

const TOAST = 'session-ended';

/**
 * Tells once when a session ends by itself: an agent who has only the tray in view would otherwise wait for tickets that
 * cannot come. It is shown even while notifications are paused, for nothing else will be. Returns its end.
 */
export function tellSessionNews({ session, notifier, t, onOpen }: SessionNewsNeeds): () => void {
  let before: SessionStatus['state'] = session.status().state;
  const stops = [
    session.onChange(({ state }) => {
      if (state === 'needsTokens' && before !== 'needsTokens') void notifier.show({ id: TOAST, title: t('shell.toast.sessionEnded.title'), body: t('shell.toast.sessionEnded.body') });
      if (state !== 'needsTokens' && before === 'needsTokens') notifier.withdraw(TOAST);
      before = state;
    }),
    notifier.onClick((id) => {
      if (id === TOAST) onOpen();
    }),
  ];
  return () => stops.forEach((stop) => stop());
}
