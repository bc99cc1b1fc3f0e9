import type { Notice } from '../../contract/status.ts';
import type { Preferences } from '../preferences/preferences.ts';
import type { NoticeBoard } from './notice-board.ts';

/** Notices about something that happened once: no later start finds it again. All others are found anew while they are true. */
const LASTING = ['databaseRebuilt', 'vaultUnreadable', 'settingsReset', 'profileUnreadable'] as const satisfies readonly Notice['code'][];

/** Puts back what nobody dismissed before the last quit, and notes from now on what stands. Returns its end. */
export function keepStandingNotices(notices: NoticeBoard, preferences: Pick<Preferences, 'get' | 'update'>): () => void {
  const before = preferences.get().standingNotices;
  const posted = new Set(notices.list().map(({ code }) => code));
  for (const code of LASTING) if (before.includes(code) && !posted.has(code)) notices.post({ code });
  const note = (): void => {
    const standing = notices.list().map(({ code }): string => code).filter((code) => (LASTING as readonly string[]).includes(code));
    if (standing.join() !== preferences.get().standingNotices.join()) preferences.update({ standingNotices: standing });
  };
  note();
  return notices.onChange(note);
}
