import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queueFilterSchema } from '../../../../contract/models/filter.ts';
import { ruleConditionSchema } from '../../../../contract/rules.ts';
import { settingsSchema } from '../../../../contract/settings.ts';
import type { Status } from '../../../../contract/status.ts';
import { writeReport } from '../../../../main/diagnostics/report.ts';
import { scrubLogLine } from '../../../../main/diagnostics/scrub-log.ts';
import { verdict } from '../../../../main/diagnostics/verdict.ts';
import { createLogFile } from '../../../../main/log/log-file.ts';
import { readTail } from '../../../../main/log/read-tail.ts';
import { temporaryFolder } from '../../../support/electron/temporary-folder.ts';
import { fakeClock } from '../../../support/fake-clock.ts';

/** What must never come out, whatever way it got in. */
const CANARIES = {
  token: 'canary-token-9f8e7d6c5b4a', jwt: 'eyJjYW5hcnk.eyJjYW5hcnk.c2ln', email: 'maria.canaria@cliente.example', phone: '+55 11 98765-4321', name: 'Maria Canaria', firstName: 'Canaria',
  id: '714c0246-0a11-4b1e-9f00-cafe00000001', shortId: 'cnr77', subject: 'Fatura canaria em aberto', host: 'canary-company.example', department: 'Canary Sales', user: 'canaryuser', document: '123.456.789-09', number: '8812345',
} as const;
const values = Object.values(CANARIES);

const status: Status = {
  state: 'offline', completeUpTo: 1, lastSyncAt: 2, blockedUntil: null, blockedAgain: false, sessionGoodUntil: null, progress: null, missingPermissions: ['task'],
  error: { code: 'unreachable', params: { host: CANARIES.host } }, secureStorage: { state: 'keyring', backend: 'gnome_libsecret' }, unread: { ticket: 3, task: 0 },
  rate: { used: 1, budget: 2, waiting: 0, pace: 100 }, quarantined: 4, hintUrl: `http://127.0.0.1:4000/${CANARIES.token}`, hintsReceived: 0, firstSync: null,
};
const settings = settingsSchema.parse({
  baseUrl: `https://${CANARIES.host}/v1`, profileId: 'canary-sales', me: { key: `name:${CANARIES.name}`, id: null, name: CANARIES.name }, myDepartmentIds: [CANARIES.id, CANARIES.shortId],
  savedViews: [{ id: 'v', name: CANARIES.name, entity: 'ticket', filter: queueFilterSchema.parse({ departmentIds: [CANARIES.id], statuses: [CANARIES.department], consumerId: CANARIES.shortId, assignees: [`name:${CANARIES.name}`], tagIds: [CANARIES.id] }) }],
  rules: [{ id: 'r', name: CANARIES.subject, on: true, action: 'toast', sound: true, breaksQuiet: false, when: ruleConditionSchema.parse({ keyword: CANARIES.email, departments: [CANARIES.id], tagIds: [CANARIES.shortId], priorities: [CANARIES.department] }) }],
  proxyMode: 'manual', proxyUrl: `http://${CANARIES.host}:8080`, proxyBypass: `${CANARIES.host},*.${CANARIES.host}`,
});
const report = (log: readonly string[] = []): string =>
  writeReport({
    now: 0, about: { app: '0.1.0', platform: 'linux' }, settings, status, notices: ['hotkeyTaken'], log, checks: [verdict('quarantine', 'some', { count: 4 })],
    desktop: { tray: true, kind: 'kde', wayland: false, hotkeyBound: true, login: 'off', tellsLock: true, doNotDisturb: 'off' },
  });

describe('the diagnostics report', () => {
  it('says how the app is set and stands', () => {
    const read = JSON.parse(report()) as Record<string, Record<string, unknown>>;
    expect(read).toMatchObject({ format: 'cxpress-tray-diagnostics', version: 1, checks: [{ check: 'quarantine', outcome: 'warn', code: 'some', params: { count: 4 } }] });
    expect(read['settings']).toMatchObject({ me: 'byName', baseUrl: 'present', profile: 'imported', myDepartments: 2, proxyMode: 'manual', proxyUrl: 'present', proxyBypass: 2 });
    expect(read['status']).toMatchObject({ error: 'unreachable', hintUrl: 'present', unread: { ticket: 3 } });
  });

  it('lets no canary out of settings and status', () => {
    const text = report();
    expect(values.filter((value) => text.includes(value))).toEqual([]);
  });

  it('lets no canary out of the log, wherever and in whatever company it stands there', () => {
    const folder = temporaryFolder();
    const log = createLogFile(folder, fakeClock());
    for (const value of values) {
      log.warn('sync.failed', { code: 'unreachable', entity: value, state: value, name: value, host: value, keys: [value], [value]: 1, error: Object.assign(new Error(`near "${value}": syntax error, SQLITE_ERROR`), { code: value, cause: new TypeError(value) }) });
      log.info(value, { deep: { deeper: { detail: value } }, phone: value });
    }
    log.error('file.failed', { error: new Error(`EACCES: permission denied, open '/home/${CANARIES.user}/.config/x'`) });
    // Lines that somebody else wrote, or that a crash cut.
    for (const value of values) appendFileSync(join(folder, 'app.log'), `${value}\n"${value}"\n{"at":"${value}","level":"${value}","event":"${value}","data":{"code":"${value}","x":"${value}"}}\n{"at":"2026\n`);
    log.dispose();
    return readTail(folder, 1000).then((lines) => {
      const text = report(lines);
      expect(lines.length).toBeGreaterThan(80);
      // A single word in a place for the app's own words cannot be told from one of them.
      const told = values.filter((value) => text.includes(value));
      expect(told.filter((value) => !/^[a-z]+$/.test(value))).toEqual([]);
      expect(text).toContain('SQLITE_ERROR');
      expect(text).toContain('EACCES');
    });
  });

  it('never lets a digit run of a telephone number, an address or an opaque id out of a log line', () => {
    fc.assert(fc.property(fc.anything(), fc.stringMatching(/^[0-9a-f]{8,20}$|^[a-z]{3,8}@[a-z]{3,8}\.[a-z]{2}$|^\d{8,14}$/), (other, secret) => {
      const line = JSON.stringify({ at: '2026-01-05T12:00:00.000Z', level: 'info', event: 'x', data: { other: typeof other === 'object' ? null : JSON.stringify(other), text: `about ${secret}`, code: secret, id: secret, n: Number(`1${'0'.repeat(9)}`) } });
      expect(JSON.stringify(scrubLogLine(line)).includes(secret)).toBe(/^[a-f]+$/.test(secret));
    }));
  });

  it('keeps what helps: event, numbers, codes, and where in the code', () => {
    const error = { name: 'Error', message: 'net::ERR_PROXY_CONNECTION_FAILED at http://x', code: 'unreachable', at: ['at send (/home/ana/app/out/main/index.js:120:7)', 'at node:internal/x:1'] };
    expect(scrubLogLine(JSON.stringify({ at: '2026-01-05T12:00:00.000Z', level: 'warn', event: 'sync.failed', data: { entity: 'ticket', events: 3, error } }))).toEqual({
      at: '2026-01-05T12:00:00.000Z', level: 'warn', event: 'sync.failed', data: { entity: 'ticket', events: 3, error: { name: '[text]', message: 'net::ERR_PROXY_CONNECTION_FAILED', code: 'unreachable', at: ['index.js:120', '[text]'] } },
    });
  });
});

describe('the tail of the log', () => {
  it('is of the newest file first, and of whole lines', async () => {
    const folder = temporaryFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'app.previous.log'), 'a\nb\nc\n');
    writeFileSync(join(folder, 'app.log'), 'd\ne\n');
    expect(await readTail(folder, 4)).toEqual(['b', 'c', 'd', 'e']);
    expect(await readTail(folder, 2)).toEqual(['d', 'e']);
    writeFileSync(join(folder, 'app.log'), `${'x'.repeat(50)}\nlast\n`);
    expect(await readTail(folder, 2, 20)).toEqual(['c', 'last']);
    expect(await readTail(join(folder, 'nowhere'), 5)).toEqual([]);
  });
});
