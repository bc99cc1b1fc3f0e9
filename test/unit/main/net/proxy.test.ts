import { EventEmitter } from 'node:events';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../../core/secret.ts';
import { createApiFetch } from '../../../../main/net/api-fetch.ts';
import { createKeptCredentials } from '../../../../main/net/proxy-credentials.ts';
import type { ProxyCredentials } from '../../../../main/net/proxy-credentials.ts';
import type { GreetingRequest } from '../../../../main/net/proxy-greeting.ts';
import { parseBypass, parseProxyUrl, proxyConfig } from '../../../../main/net/proxy-rules.ts';
import { createProxy } from '../../../../main/net/proxy.ts';
import { recordingLog } from '../../../support/electron/recording-log.ts';
import { fakeClock } from '../../../support/fake-clock.ts';
import { fakeVault } from '../../../support/fake-vault.ts';
import { memoryState } from '../../../support/memory-state.ts';

describe('the address of a proxy', () => {
  it.each([
    ['http://proxy.company.example:8080', 'http://proxy.company.example:8080'],
    ['proxy:3128', 'http://proxy:3128'],
    [' HTTPS://Proxy/ ', 'https://proxy:443'],
    ['socks5://10.0.0.1', 'socks5://10.0.0.1:1080'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ])('%j is %s', (text, rules) => {
    expect(proxyConfig({ proxyMode: 'manual', proxyUrl: text, proxyBypass: '' })).toEqual({ mode: 'fixed_servers', proxyRules: rules });
  });

  it.each(['', 'ftp://proxy', 'http://user:secret@proxy:8080', 'http://proxy:0', 'http://proxy:70000', 'http://proxy/path', 'http://a b', 'a,b', 'direct://', 'http://proxy;https=evil:1', 'http=proxy'])('%j is none', (text) => {
    expect(parseProxyUrl(text)).toBeNull();
  });

  it('never lets anything into the rules that has a meaning of its own there', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      const config = proxyConfig({ proxyMode: 'manual', proxyUrl: text, proxyBypass: text });
      expect(config === null || /^[a-z0-9]+:\/\/[a-z0-9.:[\]-]+:\d+$/.test(config.proxyRules ?? '')).toBe(true);
    }));
  });

  it('takes hosts without proxy as people write them', () => {
    expect(parseBypass('localhost, *.company.example;10.0.0.0/8  <local>')).toEqual(['localhost', '*.company.example', '10.0.0.0/8', '<local>']);
    expect(parseBypass('a{b}')).toBeNull();
    expect(proxyConfig({ proxyMode: 'system', proxyUrl: 'nonsense', proxyBypass: '' })).toEqual({ mode: 'system' });
  });
});

const MANUAL = { proxyMode: 'manual', proxyUrl: 'http://proxy:8080', proxyBypass: 'localhost' } as const;
const ANA: ProxyCredentials = { user: 'ana', password: new Secret('right') };

/** A proxy at proxy:8080 that wants ana and the right password; `asks` stands for who asks. */
function desk({ wants = true, asks = { isProxy: true, host: 'proxy', port: 8080 } } = {}) {
  const steps: unknown[] = [];
  const given: unknown[] = [];
  const request = (): GreetingRequest => {
    const events = new EventEmitter();
    const end = (statusCode: number): void => {
      events.emit('response', Object.assign(new EventEmitter(), { statusCode }));
    };
    const ask = (): void => void events.emit('login', asks, (user?: string, password?: string) => {
      given.push(user === undefined ? null : [user, password]);
      if (user === undefined) end(407);
      else if (password === 'right') end(502);
      else ask();
    });
    return Object.assign(events, { end: () => { steps.push('greet'); events.emit('close'); if (wants) ask(); else end(502); }, abort: () => void events.emit('abort') });
  };
  const clock = fakeClock();
  const state = memoryState();
  const credentials = createKeptCredentials(state, fakeVault(), recordingLog());
  const proxy = createProxy({
    session: {
      setProxy: async (config) => void steps.push(config),
      closeAllConnections: async () => void steps.push('close'),
      clearAuthCache: async () => void steps.push('clear'),
    },
    greeting: request, credentials, clock, log: recordingLog(),
  });
  return { steps, given, proxy, credentials, state, clock };
}

describe('the way out', () => {
  it('is set, old connections end, and nobody is greeted who needs no name', async () => {
    const { proxy, steps } = desk();
    proxy.apply(MANUAL);
    await proxy.ready();
    expect(steps).toEqual([{ mode: 'fixed_servers', proxyRules: 'http://proxy:8080', proxyBypassRules: 'localhost' }, 'clear', 'close']);
    proxy.apply({ ...MANUAL });
    await proxy.ready();
    expect(steps.length).toBe(3);
  });

  it('is told who asks before requests may go, and once only', async () => {
    const { proxy, steps, given } = desk();
    await proxy.signIn(ANA);
    proxy.apply(MANUAL);
    await proxy.ready();
    expect([steps.at(-1), given, proxy.refused()]).toEqual(['greet', [['ana', 'right']], false]);
  });

  it('does not try a wrong password twice', async () => {
    const { proxy, given } = desk();
    proxy.apply(MANUAL);
    await proxy.ready();
    await proxy.signIn({ user: 'ana', password: new Secret('wrong') });
    expect([given, proxy.refused()]).toEqual([[['ana', 'wrong'], null], true]);
    await proxy.signIn(ANA);
    expect(proxy.refused()).toBe(false);
  });

  it.each([
    ['a server', { isProxy: false, host: 'proxy', port: 8080 }],
    ['another proxy', { isProxy: true, host: 'evil.example', port: 8080 }],
    ['another port', { isProxy: true, host: 'proxy', port: 81 }],
  ])('tells the password to no one but the proxy of the settings: %s', async (_who, asks) => {
    const { proxy, given } = desk({ asks });
    proxy.apply(MANUAL);
    await proxy.ready();
    await proxy.signIn(ANA);
    expect(given).toEqual([null]);
  });

  it('keeps name and password sealed, and forgets them', async () => {
    const { proxy, state } = desk();
    await proxy.signIn(ANA);
    const kept = await state.get('proxy-credentials');
    expect(kept).not.toBeNull();
    expect(await createKeptCredentials(state, fakeVault(), recordingLog()).read()).toMatchObject({ user: 'ana' });
    await proxy.signIn(null);
    expect(await state.get('proxy-credentials')).toBeNull();
  });

  it('does not count a name and password that the disk refused', async () => {
    const state = memoryState();
    const credentials = createKeptCredentials(state, fakeVault(), recordingLog());
    await credentials.keep(ANA);
    state.failWrites = true;
    await expect(credentials.keep(null)).rejects.toThrow('disk full');
    await expect(credentials.keep({ user: 'bia', password: new Secret('other') })).rejects.toThrow('disk full');
    expect(await credentials.read()).toMatchObject({ user: 'ana' });
  });

  it('sends nothing past the proxy that settings edited by hand failed to name', async () => {
    const { proxy, steps } = desk();
    proxy.apply({ ...MANUAL, proxyUrl: 'not a proxy' });
    await proxy.ready();
    expect(steps[0]).toMatchObject({ mode: 'fixed_servers', proxyRules: expect.stringContaining('.invalid') });
  });

  it('does not wait for ever for a proxy that says nothing', async () => {
    const clock = fakeClock();
    const silent = new EventEmitter();
    const credentials = createKeptCredentials(memoryState(), fakeVault(), recordingLog());
    await credentials.keep(ANA);
    const proxy = createProxy({
      session: { setProxy: async () => undefined, closeAllConnections: async () => undefined, clearAuthCache: async () => undefined },
      greeting: () => Object.assign(silent, { end: () => undefined, abort: () => void silent.emit('abort') }), credentials, clock, log: recordingLog(),
    });
    proxy.apply(MANUAL);
    await clock.advance(10_000);
    await proxy.ready();
    expect(proxy.refused()).toBe(false);
  });

  it('greets again when a request failed, at most every half minute', async () => {
    const { proxy, steps, clock } = desk();
    proxy.apply(MANUAL);
    await proxy.ready();
    await proxy.signIn(ANA);
    const greetings = () => steps.filter((step) => step === 'greet').length;
    const before = greetings();
    proxy.doubt();
    proxy.doubt();
    await proxy.ready();
    expect(greetings()).toBe(before + 1);
    await clock.advance(30_000);
    proxy.doubt();
    await proxy.ready();
    expect(greetings()).toBe(before + 2);
  });
});

describe('requests', () => {
  const init = { method: 'GET', headers: {}, signal: new AbortController().signal };
  function door(answer: () => Promise<Response>, { refused = false } = {}) {
    const steps: string[] = [];
    const fetch = createApiFetch({ fetch: () => { steps.push('fetch'); return answer(); } }, { ready: async () => void steps.push('ready'), doubt: () => void steps.push('doubt'), refused: () => refused });
    return { steps, fetch: () => fetch('https://api.example/', init) };
  }

  it('wait for the way out', async () => {
    const { steps, fetch } = door(async () => new Response('ok'));
    expect((await fetch()).status).toBe(200);
    expect(steps).toEqual(['ready', 'fetch']);
  });

  it('say when the proxy wants another name', async () => {
    await expect(door(async () => new Response('', { status: 407 })).fetch()).rejects.toMatchObject({ code: 'proxyRefused', retry: true });
    await expect(door(() => Promise.reject(new Error('net::ERR_TUNNEL_CONNECTION_FAILED')), { refused: true }).fetch()).rejects.toMatchObject({ code: 'proxyRefused' });
  });

  it('fail as ever where no proxy is behind it', async () => {
    const lost = door(() => Promise.reject(new Error('net::ERR_NAME_NOT_RESOLVED')), { refused: true });
    await expect(lost.fetch()).rejects.toThrow('NAME_NOT_RESOLVED');
    expect(lost.steps).not.toContain('doubt');
    const tunnel = door(() => Promise.reject(new Error('net::ERR_TUNNEL_CONNECTION_FAILED')));
    await expect(tunnel.fetch()).rejects.toThrow('TUNNEL');
    expect(tunnel.steps).toContain('doubt');
  });
});
