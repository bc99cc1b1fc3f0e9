import { ok } from '../../../contract/result.ts';
import type { Notifier, ToastAnswer } from '../../../core/notify/port.ts';
import type { Translate } from '../../i18n.ts';
import type { NoticeBoard } from '../../status/notice-board.ts';
import type { HandlersOf } from '../handlers.ts';

/** What the calls about notices and the test toast need. */
export interface NoticeNeeds {
  readonly notices: NoticeBoard;
  readonly notifier: Notifier;
  readonly t: Translate;
  /** How the system answered a test toast. */
  readonly onTested?: (answer: ToastAnswer) => void;
}

/** One test toast replaces the last. */
const TEST_ID = 'test';

/** Dismisses notices and shows a test toast, telling what the system itself answered. */
export function noticeHandlers({ notices, notifier, t, onTested }: NoticeNeeds): HandlersOf<'notice.dismiss' | 'notification.test'> {
  return {
    'notice.dismiss'({ code }) {
      notices.dismiss(code);
      return ok(null);
    },
    async 'notification.test'() {
      const answer = await notifier.show({ id: TEST_ID, title: t('shell.toast.test.title'), body: t('shell.toast.test.body') });
      const { shown, via } = answer;
      onTested?.(answer);
      return ok({ shown, via });
    },
  };
}
