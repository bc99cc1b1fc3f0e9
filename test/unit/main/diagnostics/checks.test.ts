import { describe, expect, it } from 'vitest';
import type { DesktopFacts } from '../../../../contract/desktop-facts.ts';
import { DIAGNOSTIC_CHECKS } from '../../../../contract/diagnostics.ts';
import type { Diagnostic, DiagnosticCheck } from '../../../../contract/diagnostics.ts';
import type { LedgerEntry } from '../../../../contract/models/ledger.ts';
import { EngineError } from '../../../../core/engine-error.ts';
import type { SessionStatus } from '../../../../core/session/port.ts';
import { clockCheck } from '../../../../main/diagnostics/checks/clock.ts';
import { hotkeyCheck, trayCheck } from '../../../../main/diagnostics/checks/desktop.ts';
import { diskSpaceCheck, freeBytes } from '../../../../main/diagnostics/checks/disk-space.ts';
import { keyringCheck } from '../../../../main/diagnostics/checks/keyring.ts';
import { networkCheck } from '../../../../main/diagnostics/checks/network.ts';
import { notificationsCheck } from '../../../../main/diagnostics/checks/notifications.ts';
import type { Answered } from '../../../../main/diagnostics/checks/notifications.ts';
import { quarantineCheck } from '../../../../main/diagnostics/checks/quarantine.ts';
import { sessionCheck } from '../../../../main/diagnostics/checks/session.ts';
import { storageCheck } from '../../../../main/diagnostics/checks/storage.ts';
import { webhookCheck } from '../../../../main/diagnostics/checks/webhook.ts';
import { DIAGNOSTIC_CODES } from '../../../../main/diagnostics/codes.ts';
import { createChecks } from '../../../../main/diagnostics/run-checks.ts';
import { verdict } from '../../../../main/diagnostics/verdict.ts';
import { recordingLog } from '../../../support/electron/recording-log.ts';
import { temporaryFolder } from '../../../support/electron/temporary-folder.ts';
import { fakeClock } from '../../../support/fake-clock.ts';
import { fakeVault } from '../../../support/fake-vault.ts';
import { memoryState } from '../../../support/memory-state.ts';

/** What a check says, and that it gives the values its sentence is promised. */
async function said(check: () => Promise<Diagnostic>): Promise<readonly [string, string, Diagnostic['params']]> {
  const { check: name, code, outcome, params } = await check();
  const promised = (DIAGNOSTIC_CODES[name] as Record<string, { params: readonly string[] }>)[code]?.params;
  expect(Object.keys(params), `${name}.${code}`).toEqual(promised);
  return [code, outcome, params];
}

describe('running the checks', () => {
  const good = Object.fromEntries(DIAGNOSTIC_CHECKS.map((name) => [name, async () => verdict(name, 'failed')])) as unknown as Record<DiagnosticCheck, () => Promise<Diagnostic>>;

  it('tells all in their order, and of one that breaks that it did', async () => {
    const log = recordingLog();
    const checks = await createChecks({ ...good, tray: async () => verdict('tray', 'present'), clock: () => Promise.reject(new Error('no')) }, fakeClock(), log)();
    expect(checks.map(({ check }) => check)).toEqual(DIAGNOSTIC_CHECKS);
    expect(checks.find(({ check }) => check === 'clock')).toEqual({ check: 'clock', outcome: 'unknown', code: 'failed', params: {} });
    expect(log.lines.map(({ event }) => event)).toEqual(['diagnostics.checkFailed']);
  });

  it('waits for none longer than a quarter of a minute, and leaves no timer behind', async () => {
    const clock = fakeClock();
    const running = createChecks({ ...good, network: () => new Promise(() => undefined) }, clock, recordingLog())();
    await clock.advance(15_000);
    expect((await running).find(({ check }) => check === 'network')?.code).toBe('failed');
    expect(clock.pending()).toBe(0);
  });
});

describe('storage', () => {
  const counts = async () => ({ ticket: 3, task: 2, consumer: 1, department: 0, ticketTag: 0, consumerTag: 0, customField: 0 });
  const needs = { store: { counts }, state: memoryState(), persistent: true, error: () => null };

  it('is kept, in memory only, or refused', async () => {
    const full = memoryState();
    full.failWrites = true;
    expect(await said(storageCheck(needs))).toEqual(['kept', 'good', { count: 6 }]);
    expect(await said(storageCheck({ ...needs, persistent: false }))).toEqual(['memoryOnly', 'warn', { count: 6 }]);
    expect(await said(storageCheck({ ...needs, state: full }))).toEqual(['refused', 'bad', {}]);
    expect(await said(storageCheck({ ...needs, error: () => ({ code: 'storageUnavailable' }) }))).toEqual(['refused', 'bad', {}]);
    expect(needs.state.disk.size).toBe(0);
  });
});

describe('keyring', () => {
  it('opens what it sealed, or says how it does not', async () => {
    const broken = fakeVault();
    broken.otherKey = true;
    const all = await Promise.all([fakeVault(), fakeVault('memory'), fakeVault('locked'), broken].map((vault) => said(keyringCheck(vault))));
    expect(all.map(([code, outcome]) => [code, outcome])).toEqual([['sealed', 'good'], ['absent', 'warn'], ['locked', 'bad'], ['broken', 'bad']]);
  });
});

describe('session', () => {
  const clock = fakeClock();
  const at = (hours: number) => clock.now() + hours * 3_600_000;
  it.each([
    [{ goodUntil: at(100.5) }, 'signedIn', { hours: 100 }],
    [{ goodUntil: at(3.9) }, 'ending', { hours: 3 }],
    [{ goodUntil: at(-1) }, 'ending', { hours: 0 }],
    [{ goodUntil: null }, 'signedInOpen', {}],
    [{ persisted: false }, 'notKept', {}],
    [{ state: 'needsTokens' }, 'needsTokens', {}],
    [{ state: 'signedOut' }, 'signedOut', {}],
  ] as [Partial<SessionStatus>, string, object][])('%j is %s', async (change, code, params) => {
    const status: SessionStatus = { state: 'signedIn', goodUntil: at(100), apiTokenGoodUntil: null, generation: 1, persisted: true, ...change };
    expect(await said(sessionCheck({ status: () => status }, clock))).toMatchObject([code, expect.any(String), params]);
  });
});

describe('network', () => {
  function desk({ answer = async (): Promise<Response> => new Response('x'), baseUrl = 'https://api.example/v1', online = true, blockedUntil = null as number | null, acquire = async (): Promise<void> => undefined } = {}) {
    const clock = fakeClock();
    const slots: string[] = [];
    const slot = { done: () => slots.push('done'), unknown: () => slots.push('unknown'), unsent: () => slots.push('unsent'), blocked: () => slots.push('blocked'), pressed: () => slots.push('pressed') };
    const sent: unknown[] = [];
    const check = networkCheck({
      baseUrl: () => baseUrl, isOnline: () => online, clock,
      fetch: (url, init) => { sent.push([url, init.headers]); return answer(); },
      governor: { status: () => ({ used: 0, budget: 1, blockedUntil: blockedUntil === null ? null : clock.now() + blockedUntil, blockedAgain: false, waiting: 0, pace: 100 }), acquire: async () => { await acquire(); return slot; } },
    });
    return { clock, slots, sent, check };
  }

  it('is reached by any answer, asked once, without a token, and counted', async () => {
    const { check, sent, slots } = desk({ answer: async () => new Response('', { status: 401 }) });
    expect(await said(check)).toEqual(['reached', 'good', { ms: 0 }]);
    expect([sent, slots]).toEqual([[['https://api.example/v1', {}]], ['done']]);
  });

  it.each([
    ['trouble of the server', { answer: async () => new Response('', { status: 502 }) }, 'serverError', ['done']],
    ['pressure', { answer: async () => new Response('', { status: 429 }) }, 'reached', ['pressed']],
    ['no answer', { answer: () => Promise.reject(new Error('net::ERR_CONNECTION_REFUSED')) }, 'unreachable', ['unknown']],
    ['a certificate nobody knows', { answer: () => Promise.reject(new Error('net::ERR_CERT_AUTHORITY_INVALID')) }, 'tls', ['unknown']],
    ['a proxy that refuses', { answer: () => Promise.reject(new EngineError('proxyRefused')) }, 'proxyRefused', ['unknown']],
    ['no network', { online: false }, 'offline', []],
    ['no address', { baseUrl: '' }, 'noAddress', []],
    ['a block', { blockedUntil: 61_000 }, 'blocked', []],
    ['a block that begins now', { acquire: () => Promise.reject(new EngineError('blocked')) }, 'blocked', []],
  ])('%s', async (_what, given, code, slots) => {
    const made = desk(given);
    expect((await said(made.check))[0]).toBe(code);
    expect(made.slots).toEqual(slots);
  });

  it('sends nothing while the address is blocked', async () => {
    const { check, sent } = desk({ blockedUntil: 61_000 });
    expect([await said(check), sent]).toEqual([['blocked', 'warn', { minutes: 2 }], []]);
  });
});

describe('clock', () => {
  it('agrees, goes ahead, goes behind, or nobody knows', async () => {
    const codes = await Promise.all([
      { current: () => null, bounds: () => ({ low: 0, high: 1 }) },
      { current: () => ({ offsetMs: -300_000, minutes: 5 }), bounds: () => null },
      { current: () => ({ offsetMs: 300_000, minutes: 5 }), bounds: () => null },
      { current: () => null, bounds: () => null },
    ].map((skew) => said(clockCheck(skew))));
    expect(codes.map(([code]) => code)).toEqual(['agrees', 'ahead', 'behind', 'notAsked']);
  });
});

describe('notifications', () => {
  const toast = (claimedAt: number, shown: boolean | null): LedgerEntry => ({ toast: { claimedAt, shown, via: 'electron', detail: null, clickedAt: null, withdrawnAt: null } }) as LedgerEntry;
  const clock = fakeClock();
  const run = (change: { platform?: string; entries?: LedgerEntry[]; test?: Answered; paused?: number; quiet?: DesktopFacts['doNotDisturb']; service?: string | null }) =>
    said(notificationsCheck({
      platform: change.platform ?? 'linux', clock, store: { ledgerPage: async () => ({ total: 0, entries: change.entries ?? [] }) }, lastTest: () => change.test ?? null, pausedUntil: () => change.paused ?? 0,
      doNotDisturb: async () => change.quiet ?? 'off', ask: async () => (change.service === undefined ? "('gnome-shell',)" : change.service),
    })).then(([code]) => code);

  it.each([
    [{}, 'ready'],
    [{ platform: 'win32' }, 'untried'],
    [{ service: null }, 'noService'],
    [{ entries: [toast(5, true), toast(3, false)] }, 'shown'],
    [{ entries: [toast(3, true), toast(5, false), toast(9, null)] }, 'notShown'],
    [{ entries: [toast(5, false)], test: { at: 6, shown: true, via: 'electron' } }, 'shown'],
    [{ entries: [toast(7, true)], test: { at: 6, shown: false, via: 'none' } }, 'shown'],
    [{ paused: -1, entries: [toast(5, true)] }, 'paused'],
    [{ quiet: 'on' as const }, 'doNotDisturb'],
    [{ quiet: 'unknown' as const, platform: 'darwin', test: { at: 6, shown: true, via: 'electron' } }, 'shown'],
  ])('%j is %s', async (change, code) => {
    expect(await run(change)).toBe(code);
  });
});

describe('tray, hotkey, webhook, rows set aside, disk', () => {
  const facts = (change: Partial<DesktopFacts>) => async (): Promise<DesktopFacts> => ({ tray: true, kind: 'kde', wayland: false, hotkeyBound: true, login: 'off', tellsLock: true, doNotDisturb: 'off', ...change });

  it('say what they see', async () => {
    const checks = [
      trayCheck(facts({})), trayCheck(facts({ tray: false })), trayCheck(facts({ tray: false, kind: 'gnome' })),
      hotkeyCheck(() => 'Ctrl+K', facts({})), hotkeyCheck(() => '', facts({ hotkeyBound: false })), hotkeyCheck(() => 'Ctrl+K', facts({ wayland: true })), hotkeyCheck(() => 'Ctrl+K', facts({ wayland: true, hotkeyBound: false })),
      webhookCheck({ wanted: () => false, listens: () => false, received: () => 0 }), webhookCheck({ wanted: () => true, listens: () => false, received: () => 0 }),
      webhookCheck({ wanted: () => true, listens: () => true, received: () => 0 }), webhookCheck({ wanted: () => true, listens: () => true, received: () => 7 }),
      quarantineCheck({ quarantineCount: async () => 0 }), quarantineCheck({ quarantineCount: async () => 4 }),
      ...[600, 499, 49].map((megabytes) => diskSpaceCheck('/', async () => megabytes * 1024 * 1024 + 5)),
    ];
    expect(await Promise.all(checks.map(async (check) => (await said(check))[0]))).toEqual([
      'present', 'absent', 'absentGnome', 'bound', 'none', 'wayland', 'notBound', 'off', 'notListening', 'silent', 'received', 'none', 'some', 'enough', 'low', 'full',
    ]);
  });

  it('read the real disk', async () => {
    expect(await freeBytes(temporaryFolder())).toBeGreaterThan(0);
  });
});
