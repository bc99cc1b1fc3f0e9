import { expect, it } from 'vitest';
import { settingsSchema, type Settings } from '../../../../contract/settings.ts';
import { createNoticeBoard } from '../../../../main/status/notice-board.ts';
import { keepStandingNotices } from '../../../../main/status/standing-notices.ts';

function preferences(change: Partial<Settings> = {}) {
  let now = settingsSchema.parse(change);
  return { get: () => now, update: (patch: Partial<Settings>) => (now = { ...now, ...patch }) };
}
const codes = (board: ReturnType<typeof createNoticeBoard>) => board.list().map(({ code }) => code);

it('what happened once stands again after a restart until it is dismissed', () => {
  const kept = preferences();
  const first = createNoticeBoard();
  first.post({ code: 'databaseRebuilt' });
  keepStandingNotices(first, kept);
  first.post({ code: 'settingsReset' });

  const second = createNoticeBoard();
  keepStandingNotices(second, kept);
  expect(codes(second)).toEqual(['databaseRebuilt', 'settingsReset']);
  second.dismiss('databaseRebuilt');

  const third = createNoticeBoard();
  keepStandingNotices(third, kept);
  expect(codes(third)).toEqual(['settingsReset']);
});

it('what is true or not is found anew at each start, and an unknown code is left alone', () => {
  const kept = preferences({ standingNotices: ['fromTheFuture'] });
  const board = createNoticeBoard();
  keepStandingNotices(board, kept);
  board.post({ code: 'keyringLocked' });
  expect(codes(board)).toEqual(['keyringLocked']);
  expect(kept.get().standingNotices).toEqual([]);
});
