import type { ExpiryWarnings } from '../../core/session/expiry-warnings.ts';
import type { Notifier } from '../../core/notify/port.ts';
import type { Session, SessionStatus } from '../../core/session/port.ts';
import type { Translate } from '../i18n.ts';
import type { NoticeBoard } from '../status/notice-board.ts';

/** What telling about the session needs. */
export interface SessionNewsNeeds {
  readonly session: Pick<Session, 'status' | 'onChange'>;
  readonly warnings: Pick<ExpiryWarnings, 'onWarning' | 'onEased'>;
  /** Whether tokens are meant to outlive the app. */
  readonly keeps: () => boolean;
  readonly notices: Pick<NoticeBoard, 'post' | 'dismiss'>;
  readonly notifier: Pick<Notifier, 'show' | 'onClick' | 'withdraw'>;
  readonly t: Translate;
  /** A region of contract/locales/languages.ts. */
  readonly language: () => string;
  /** A toast was clicked. */
  readonly onOpen: () => void;
}

const ENDED = 'session-ended';
const ENDING = 'session-ending';

/** Day and time as toasts say them; the day is always there, as a toast may lie unread for days. */
function momentIn(language: string, at: number): string {
  return new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/**
 * Tells before a session ends, and once when it ended by itself: an agent who has only the tray in view would otherwise
 * wait for tickets that cannot come. Both are shown even while notifications are paused, for nothing else will be. A
 * later warning takes the place of an earlier one, and what is over is taken back. While the disk refuses the tokens in
 * use, a notice says that they would be lost at quit. Returns its end.
 */
export function tellSessionNews({ session, warnings, keeps, notices, notifier, t, language, onOpen }: SessionNewsNeeds): () => void {
  let before: SessionStatus['state'] = session.status().state;
  let unkept = false;
  const stops = [
    session.onChange(({ state, persisted }) => {
      const refused = state === 'signedIn' && !persisted && keeps();
      if (refused && !unkept) notices.post({ code: 'tokensNotKept' });
      if (!refused && unkept) notices.dismiss('tokensNotKept');
      unkept = refused;
      // Only what was alive can end: at a start the tokens are read, and then they are dead already or the keyring is locked.
      if (state === 'needsTokens' && before === 'signedIn') void notifier.show({ id: ENDED, title: t('shell.toast.sessionEnded.title'), body: t('shell.toast.sessionEnded.body') });
      if (state !== 'needsTokens' && before === 'needsTokens') notifier.withdraw(ENDED);
      before = state;
    }),
    warnings.onWarning(({ stage, goodUntil, hours }) => {
      const values = { hours, time: momentIn(language(), goodUntil) };
      notices.post({ code: 'sessionEnding', params: { hours } });
      void notifier.show({ id: ENDING, title: t(`shell.toast.sessionEnding.${stage}.title`, values), body: t(`shell.toast.sessionEnding.${stage}.body`, values) });
    }),
    warnings.onEased(() => {
      notices.dismiss('sessionEnding');
      notifier.withdraw(ENDING);
    }),
    notifier.onClick((id) => {
      if (id === ENDED || id === ENDING) onOpen();
    }),
  ];
  return () => stops.forEach((stop) => stop());
}
