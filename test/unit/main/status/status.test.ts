import { describe, expect, it } from 'vitest';
import { statusSchema } from '../../../../contract/status.ts';
import type { EngineState } from '../../../../contract/status.ts';
import type { SessionStatus } from '../../../../core/session/port.ts';
import type { SyncStatus } from '../../../../core/sync/port.ts';
import { foldStatus } from '../../../../main/status/fold-status.ts';
import type { StatusParts } from '../../../../main/status/fold-status.ts';
import { createNoticeBoard } from '../../../../main/status/notice-board.ts';
import { createStatusBoard } from '../../../../main/status/status-board.ts';
import { fakeClock } from '../../../support/fake-clock.ts';

const SYNC: SyncStatus = { phase: 'live', completeUpTo: 90, lastSyncAt: 100, progress: null, missingPermissions: ['task'], error: null, firstSync: null, hintsReceived: 4 };

function parts(change: { session?: SessionStatus['state']; blockedUntil?: number; phase?: SyncStatus['phase'] | 'none'; sync?: Partial<SyncStatus>; error?: StatusParts['error'] } = {}): StatusParts {
  return {
    session: { state: change.session ?? 'signedIn', goodUntil: 500, apiTokenGoodUntil: 200, generation: 1, persisted: true },
    governor: { used: 3, budget: 18, blockedUntil: change.blockedUntil ?? null, blockedAgain: false, waiting: 0, pace: 100 },
    sync: change.phase === 'none' ? null : { ...SYNC, phase: change.phase ?? 'live', ...change.sync },
    secureStorage: { state: 'keyring', backend: 'gnome_libsecret' },
    unread: { ticket: 2, task: 1 },
    quarantined: 0,
    hintUrl: null,
    error: change.error ?? null,
  };
}

describe('foldStatus', () => {
  it('is what the contract says', () => {
    expect(statusSchema.parse(foldStatus(parts()))).toEqual({
      state: 'live', completeUpTo: 90, lastSyncAt: 100, blockedUntil: null, blockedAgain: false, sessionGoodUntil: 500, progress: null, missingPermissions: ['task'], error: null,
      secureStorage: { state: 'keyring', backend: 'gnome_libsecret' }, unread: { ticket: 2, task: 1 }, rate: { used: 3, budget: 18, waiting: 0, pace: 100 }, quarantined: 0, hintUrl: null, hintsReceived: 4, firstSync: null,
    });
  });

  it.each<[string, Parameters<typeof parts>[0], EngineState]>([
    ['signed out before all else', { session: 'signedOut', blockedUntil: 9, phase: 'offline' }, 'signedOut'],
    ['needs tokens before a block', { session: 'needsTokens', blockedUntil: 9 }, 'needsTokens'],
    ['blocked before offline', { blockedUntil: 9, phase: 'offline' }, 'blocked'],
    ['blocked as the sync sees it', { phase: 'blocked' }, 'blocked'],
    ['offline', { phase: 'offline' }, 'offline'],
    ['the first sync', { phase: 'firstSync' }, 'catchingUp'],
    ['catching up', { phase: 'catchingUp' }, 'catchingUp'],
    ['before the first pass', { phase: 'idle' }, 'catchingUp'],
    ['signed in, engine not up yet', { phase: 'none' }, 'catchingUp'],
    ['live', {}, 'live'],
  ])('%s', (_what, change, state) => {
    expect(foldStatus(parts(change)).state).toBe(state);
  });

  it('counts nothing as unread for whoever is signed out', () => {
    expect(foldStatus(parts({ session: 'signedOut' })).unread).toEqual({ ticket: 0, task: 0 });
  });

  it('names the error that stands, the worst first', () => {
    const wrongShape = { code: 'wrongShape' } as const;
    expect(foldStatus(parts({ sync: { error: wrongShape } })).error).toEqual(wrongShape);
    expect(foldStatus(parts({ sync: { error: wrongShape }, error: { code: 'storageUnavailable' } })).error).toEqual({ code: 'storageUnavailable' });
    expect(foldStatus(parts({ session: 'needsTokens', error: { code: 'storageUnavailable' } })).error).toEqual({ code: 'refreshTokenRejected' });
  });
});

describe('status board', () => {
  it('tells many changes once, and nothing when nothing differs', async () => {
    const clock = fakeClock();
    let current = foldStatus(parts());
    const board = createStatusBoard(() => current, clock);
    const heard: EngineState[] = [];
    board.onChange(({ state }) => heard.push(state));
    for (let i = 0; i < 20; i++) board.touch();
    await clock.advance(100);
    board.touch();
    await clock.advance(1000);
    expect(heard).toEqual(['live']);
    current = foldStatus(parts({ phase: 'offline' }));
    expect(board.now().state).toBe('offline');
    board.touch();
    await clock.advance(100);
    expect(heard).toEqual(['live', 'offline']);
    board.touch();
    board.dispose();
    expect(clock.pending()).toBe(0);
  });
});

describe('notice board', () => {
  it('holds one notice of a kind until it is dismissed', () => {
    const board = createNoticeBoard();
    const heard: number[] = [];
    board.onChange((notices) => heard.push(notices.length));
    board.post({ code: 'keyringAbsent' });
    board.post({ code: 'hotkeyTaken', params: { hotkey: 'A' } });
    board.post({ code: 'hotkeyTaken', params: { hotkey: 'B' } });
    expect(board.list()).toEqual([{ code: 'keyringAbsent' }, { code: 'hotkeyTaken', params: { hotkey: 'B' } }]);
    board.dismiss('keyringAbsent');
    board.dismiss('keyringAbsent');
    expect(heard).toEqual([1, 2, 2, 1]);
  });
});
