import { createEmitter } from '../../../core/emitter.ts';
import type { Session, SessionStatus } from '../../../core/session/port.ts';

/** A session that does as told and writes down what it was told, in order. */
export function fakeSession(state: SessionStatus['state'] = 'signedOut', steps: string[] = []): Session & { readonly steps: string[]; readonly pair: () => string[] } {
  const changes = createEmitter<SessionStatus>();
  let current = state;
  let pair: string[] = [];
  const status = (): SessionStatus => ({ state: current, goodUntil: null, apiTokenGoodUntil: null, generation: 1, persisted: current === 'signedIn' });
  const become = (next: SessionStatus['state']): void => {
    current = next;
    changes.emit(status());
  };
  return {
    steps,
    pair: () => pair,
    load: async () => status(),
    async signIn({ apiToken, refreshToken }) {
      steps.push('signIn');
      pair = [apiToken.reveal(), refreshToken.reveal()];
      become('signedIn');
    },
    async signOut() {
      steps.push('signOut');
      pair = [];
      become('signedOut');
    },
    current: () => Promise.reject(new Error('not asked for here')),
    rejected: () => Promise.reject(new Error('not asked for here')),
    status,
    onChange: (listener) => changes.on(listener),
    settled: async () => undefined,
    dispose: () => undefined,
  };
}
