import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../../contract/result.ts';
import { appErrorOf, CallError, createCall } from '../../../../renderer/bridge/client.ts';
import { fakeBridge } from '../../../support/fake-bridge.ts';

describe('bridge client', () => {
  it('unwraps a value', async () => {
    const bridge = fakeBridge();
    bridge.answer('notification.test', () => ok({ shown: false, via: 'electron' }));
    await expect(createCall(bridge)('notification.test', null)).resolves.toEqual({ shown: false, via: 'electron' });
  });
  it('turns an expected failure into an error with its code and values', async () => {
    const bridge = fakeBridge();
    bridge.answer('sync.now', () => fail('blocked', { until: 5 }));
    const thrown = await createCall(bridge)('sync.now', null).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(CallError);
    expect(appErrorOf(thrown)).toEqual({ code: 'blocked', params: { until: 5 } });
  });
  it('calls a bridge that breaks "internal", and says nothing of what was sent', async () => {
    const bridge = fakeBridge();
    bridge.answer('session.test', () => Promise.reject(new Error('secret-token leaked')));
    const thrown = await createCall(bridge)('session.test', { baseUrl: 'x', apiToken: 'secret-token', refreshToken: 'y' }).catch((error: unknown) => error);
    expect(appErrorOf(thrown)).toEqual({ code: 'internal' });
    expect(String(thrown)).not.toContain('secret-token');
  });
  it('calls anything else that is thrown "internal"', () => {
    expect(appErrorOf(new TypeError('x'))).toEqual({ code: 'internal' });
  });
});
