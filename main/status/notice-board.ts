import type { Notice } from '../../contract/status.ts';
import { createEmitter } from '../../core/emitter.ts';

/** What the person must be told until they dismiss it. One notice of each kind at most. */
export interface NoticeBoard {
  post(notice: Notice): void;
  dismiss(code: Notice['code']): void;
  list(): Notice[];
  onChange(listener: (notices: Notice[]) => void): () => void;
}

/** Makes an empty board. A notice posted again replaces the former one of its kind. */
export function createNoticeBoard(): NoticeBoard {
  const posted = new Map<Notice['code'], Notice>();
  const changes = createEmitter<Notice[]>();
  const list = (): Notice[] => [...posted.values()];
  return {
    post(notice) {
      posted.set(notice.code, notice);
      changes.emit(list());
    },
    dismiss(code) {
      if (posted.delete(code)) changes.emit(list());
    },
    list,
    onChange: (listener) => changes.on(listener),
  };
}
