import { describe, expect, it } from 'vitest';
import { createEmitter } from '../../../../core/emitter.ts';
import type { SessionStatus } from '../../../../core/session/port.ts';
import { tellSessionNews } from '../../../../main/desktop/session-news.ts';

function bench(first: SessionStatus['state']) {
  const changes = createEmitter<SessionStatus>();
  const clicks = createEmitter<string>();
  const shown: string[] = [];
  const withdrawn: string[] = [];
  let opened = 0;
  let status: SessionStatus = { state: first, goodUntil: null, apiTokenGoodUntil: null, generation: 0, persisted: true };
  const stop = tellSessionNews({
    session: { status: () => status, onChange: (listener) => changes.on(listener) },
    notifier: {
      show: async ({ title }) => {
        shown.push(title);
        return { shown: true, via: 'test', detail: null };
      },
      withdraw: (id) => void withdrawn.push(id),
      onClick: (listener) => clicks.on(listener),
    },
    t: (key) => key,
    onOpen: () => (opened += 1),
  });
  const become = (state: SessionStatus['state']): void => changes.emit((status = { ...status, state }));
  return { become, clicks, shown, withdrawn, opened: () => opened, stop };
}

describe('the end of a session', () => {
  it('is told once, and taken back when there are tokens again', () => {
    const { become, shown, withdrawn } = bench('signedIn');
    become('needsTokens');
    become('needsTokens');
    expect(shown).toEqual(['shell.toast.sessionEnded.title']);
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

  it('a click opens the window, until disposed', () => {
    const { clicks, opened, stop } = bench('signedIn');
    clicks.emit('session-ended');
    clicks.emit('another toast');
    expect(opened()).toBe(1);
    stop();
    clicks.emit('session-ended');
    expect(opened()).toBe(1);
  });
});
