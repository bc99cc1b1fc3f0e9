import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callSchemas } from '../../../../contract/ipc/calls.ts';
import { CALLS } from '../../../../contract/ipc/channels.ts';
import type { CallName } from '../../../../contract/ipc/channels.ts';
import { settingsSchema } from '../../../../contract/settings.ts';
import { EngineError } from '../../../../core/engine-error.ts';
import { createCallAnswerer } from '../../../../main/ipc/answer-call.ts';
import { recordingLog } from '../../../support/electron/recording-log.ts';
import { stubHandlers } from '../../../support/electron/stub-handlers.ts';

const trust = { isOurs: () => true, origin: 'app://bundle' };
const from = (origin: string) => {
  const frame = { parent: null, origin, processId: 5, routingId: 1 };
  return { senderFrame: frame, sender: { id: 1, mainFrame: frame } };
};
const ours = from('app://bundle');
const foreign = from('https://evil.example');

function answerer(given: Partial<Record<CallName, (request: never) => unknown>> = {}) {
  const log = recordingLog();
  const { handlers, entered } = stubHandlers(given);
  return { answer: createCallAnswerer(handlers, trust, log), entered, log };
}

describe('answering calls', () => {
  it.each(CALLS)('%s: a foreign sender is refused before its handler runs, and logged', async (name) => {
    const { answer, entered, log } = answerer();
    expect(await answer(foreign, name, null)).toEqual({ ok: false, error: { code: 'untrustedSender' } });
    expect(entered).toEqual([]);
    expect(log.lines).toEqual([{ level: 'warn', event: 'call.untrustedSender', data: { fault: 'foreignOrigin' } }]);
  });

  it.each(CALLS)('%s: a request that breaks the schema never reaches its handler', async (name) => {
    const { answer, entered } = answerer();
    expect(await answer(ours, name, { surprise: true })).toEqual({ ok: false, error: { code: 'invalidRequest' } });
    expect(entered).toEqual([]);
  });

  it('never enters a handler with anything its schema refuses, never throws, never repeats what it was sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...CALLS), fc.anything({ withBigInt: true, withMap: true, withSet: true, withTypedArray: true, withDate: true, withNullPrototype: true }), async (name, payload) => {
        const { answer, entered } = answerer();
        const result = await answer(ours, name, payload);
        const valid = callSchemas[name].request.safeParse(payload).success;
        if (!valid) expect(entered).toEqual([]);
        expect(result.ok).toBe(false);
        expect(Object.keys(result)).toEqual(['ok', 'error']);
      }),
      { numRuns: 500 },
    );
  });

  it.each([['no such call'], ['__proto__'], ['constructor'], ['toString'], [42], [null], [undefined], [{ name: 'status.get' }]])('refuses the name %j', async (name) => {
    const { answer, entered } = answerer();
    expect(await answer(ours, name, null)).toEqual({ ok: false, error: { code: 'invalidRequest' } });
    expect(entered).toEqual([]);
  });

  it('logs where a request is wrong, never what it says', async () => {
    const { answer, log } = answerer();
    await answer(ours, 'session.signIn', { baseUrl: 'https://api.example', apiToken: 7, refreshToken: 'SECRET-VALUE', extra: 'SECRET-TOO' });
    expect(log.text()).toContain('apiToken');
    expect(log.text()).not.toContain('SECRET');
  });

  it('turns an EngineError into its code and hides everything else', async () => {
    const known = answerer({ 'sync.now': () => { throw new EngineError('blocked', { params: { until: 5 }, cause: new Error('inner') }); } });
    expect(await known.answer(ours, 'sync.now', null)).toEqual({ ok: false, error: { code: 'blocked', params: { until: 5 } } });

    const unknown = answerer({ 'sync.now': () => Promise.reject(new Error('path /home/somebody')) });
    expect(await unknown.answer(ours, 'sync.now', null)).toEqual({ ok: false, error: { code: 'internal' } });
    expect(unknown.log.lines[0]).toMatchObject({ level: 'error', event: 'call.threw', data: { call: 'sync.now' } });
  });

  it('lets out replies of the right shape only', async () => {
    const settings = settingsSchema.parse({});
    const right = answerer({ 'settings.get': () => ({ ok: true, value: settings }) });
    expect(await right.answer(ours, 'settings.get', null)).toEqual({ ok: true, value: settings });

    const more = answerer({ 'settings.get': () => ({ ok: true, value: { ...settings, apiToken: 'SECRET' } }) });
    expect(await more.answer(ours, 'settings.get', null)).toEqual({ ok: false, error: { code: 'internal' } });
    expect(more.log.text()).not.toContain('SECRET');
  });
});
