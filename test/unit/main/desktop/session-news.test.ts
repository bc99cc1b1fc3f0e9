import { describe, expect, it } from 'vitest';
import type { Notice } from '../../../../contract/status.ts';
import { createEmitter } from '../../../../core/emitter.ts';
import { EngineError } from '../../../../core/engine-error.ts';
import type { ExpiryWarning } from '../../../../core/session/expiry-warnings.ts';
import type { Session, SessionStatus } from '../../../../core/session/port.ts';
import { EXPIRY_STAGES } from '../../../../core/session/warned-stages.ts';
import { tellSessionNews } from '../../../../main/desktop/session-news.ts';
import { createWords } from '../../../../main/i18n.ts';
import { createNoticeBoard } from '../../../../main/status/notice-board.ts';
import { PASTED, setUp } from '../../session/session-set-up.ts';

const END = new Date(2026, 10, 23, 20, 3).getTime();

/** `first`: where a pretended session stands, or a real one. */
function bench(first: SessionStatus['state'] | Session, keyring = true) {
  const changes = createEmitter<SessionStatus>();
  const clicks = createEmitter<string>();
  const warnings = createEmitter<ExpiryWarning>();
  const eased = createEmitter<null>();
  const notices = createNoticeBoard();
  const shown: string[] = [];
  const bodies: string[] = [];
  const withdrawn: string[] = [];
  let opened = 0;
  let status: SessionStatus = { state: typeof first === 'string' ? first : 'signedOut', goodUntil: null, apiTokenGoodUntil: null, generation: 0, persisted: true };
  const stop = tellSessionNews({
    session: typeof first === 'string' ? { status: () => status, onChange: (listener) => changes.on(listener) } : first,
    warnings: { onWarning: (listener) => warnings.on(listener), onEased: (listener) => eased.on(() => listener()) },
    keeps: () => keyring,
    notices,
    notifier: {
      show: async ({ title, body }) => {
        shown.push(title);
        bodies.push(body);
        return { shown: true, via: 'test', detail: null };
      },
      withdraw: (id) => void withdrawn.push(id),
      onClick: (listener) => clicks.on(listener),
    },
    t: createWords('en').t,
    language: () => 'en-GB',
    onOpen: () => (opened += 1),
  });
  const become = (state: SessionStatus['state'], persisted = true): void => changes.emit((status = { ...status, state, persisted }));
  return { become, clicks, warnings, eased, notices, shown, bodies, withdrawn, opened: () => opened, stop };
}

describe('the end of a session', () => {
  it('is told once, and taken back when there are tokens again', () => {
    const { become, shown, withdrawn } = bench('signedIn');
    become('needsTokens');
    become('needsTokens');
    expect(shown).toEqual(['The Cxpress session has ended']);
    become('signedIn');
    expect(withdrawn).toEqual(['session-ended']);
    become('needsTokens');
    expect(shown).toHaveLength(2);
  });

  it('is no news at a start with a dead session, nor when the person signs out', () => {
    const { become, shown } = bench('needsTokens');
    become('needsTokens');
    become('signedOut');
    expect(shown).toEqual([]);
  });

  it.each(['locked', 'dead'] as const)('is no news at any start with tokens that are %s, when it is told from before they are read', async (why) => {
    const { session, start, vault, server } = setUp();
    await session.signIn(PASTED);
    if (why === 'locked') vault.state = 'locked';
    else {
      server.answer = () => Promise.reject(new EngineError('refreshTokenRejected'));
      await session.rejected(1).catch(() => undefined);
    }
    for (let launch = 0; launch < 3; launch++) {
      const next = start();
      const { shown } = bench(next);
      await next.load();
      expect([next.status().state, shown]).toEqual(['needsTokens', []]);
    }
  });

  it('is warned of in words that fit the time left, as a toast and as a notice', () => {
    const { warnings, shown, bodies, notices } = bench('signedIn');
    const left = { twoDays: 48, day: 24, hour: 1, over: 0 } as const;
    for (const stage of EXPIRY_STAGES) {
      warnings.emit({ stage, goodUntil: END, hours: left[stage] });
      expect(notices.list()).toEqual<Notice[]>([{ code: 'sessionEnding', params: { hours: left[stage] } }]);
    }
    expect(shown).toEqual([
      'The Cxpress tokens end in about 48 hours',
      'The Cxpress tokens end in about 24 hours',
      'The Cxpress tokens end within the hour',
      'The Cxpress tokens should have ended',
    ]);
    for (const body of bodies) expect(body).toContain('Mon 23 Nov, 20:03');
  });

  it('is not warned of any more when there is another refresh token', () => {
    const { warnings, eased, notices, withdrawn } = bench('signedIn');
    warnings.emit({ stage: 'day', goodUntil: END, hours: 24 });
    eased.emit(null);
    expect([notices.list(), withdrawn]).toEqual([[], ['session-ending']]);
  });

  it('is foretold while the disk refuses the tokens, and taken back when it has them; without a keyring that is said elsewhere', () => {
    const { become, notices } = bench('signedIn');
    become('signedIn', false);
    expect(notices.list()).toEqual<Notice[]>([{ code: 'tokensNotKept' }]);
    become('signedIn');
    expect(notices.list()).toEqual([]);
    const memory = bench('signedIn', false);
    memory.become('signedIn', false);
    expect(memory.notices.list()).toEqual([]);
  });

  it('a click opens the window, until disposed', () => {
    const { clicks, opened, stop, warnings, shown } = bench('signedIn');
    clicks.emit('session-ended');
    clicks.emit('session-ending');
    clicks.emit('another toast');
    expect(opened()).toBe(2);
    stop();
    clicks.emit('session-ended');
    warnings.emit({ stage: 'day', goodUntil: END, hours: 24 });
    expect([opened(), shown]).toEqual([2, []]);
  });
});
