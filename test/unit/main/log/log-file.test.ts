import { chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../../core/secret.ts';
import { createLogFile } from '../../../../main/log/log-file.ts';
import { redactData, redactText } from '../../../../main/log/redact.ts';
import { temporaryFolder } from '../../../support/electron/temporary-folder.ts';
import { fakeClock } from '../../../support/fake-clock.ts';

const lines = (path: string): unknown[] => readFileSync(path, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as unknown);

describe('log file', () => {
  it('writes one JSON object a line, readable by its owner alone', () => {
    const folder = join(temporaryFolder(), 'logs');
    const log = createLogFile(folder, fakeClock());
    log.info('app.started', { electron: '33.2.1' });
    log.error('odd\n"text"');
    log.dispose();
    expect(lines(join(folder, 'app.log'))).toEqual([
      { at: '2026-01-05T12:00:00.000Z', level: 'info', event: 'app.started', data: { electron: '33.2.1' } },
      { at: '2026-01-05T12:00:00.000Z', level: 'error', event: 'odd\n"text"' },
    ]);
    expect([statSync(folder).mode & 0o777, statSync(join(folder, 'app.log')).mode & 0o777]).toEqual([0o700, 0o600]);
  });

  it('goes on where the last run ended, and keeps two files of bounded size', () => {
    const folder = temporaryFolder();
    const first = createLogFile(folder, fakeClock(), 500);
    first.info('first');
    first.dispose();
    const second = createLogFile(folder, fakeClock(), 500);
    for (let i = 0; i < 50; i++) second.info(`event.${i}`);
    second.dispose();
    expect(readdirSync(folder).sort()).toEqual(['app.log', 'app.previous.log']);
    expect(Math.max(...['app.log', 'app.previous.log'].map((name) => statSync(join(folder, name)).size))).toBeLessThanOrEqual(500);
    expect(lines(join(folder, 'app.log')).at(-1)).toMatchObject({ event: 'event.49' });
  });

  it('never throws when it cannot be written', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'logs'), 'a file where the folder should be');
    const log = createLogFile(join(folder, 'logs'), fakeClock());
    expect(() => log.error('lost')).not.toThrow();
    chmodSync(folder, 0o700);
  });

  it.runIf(existsSync('/dev/full') && existsSync('/proc/self/fd'))('costs no file handle for each line that a full disk refuses', () => {
    const folder = temporaryFolder();
    symlinkSync('/dev/full', join(folder, 'app.log'));
    const log = createLogFile(folder, fakeClock());
    const before = readdirSync('/proc/self/fd').length;
    for (let i = 0; i < 50; i++) log.error('lost');
    log.dispose();
    expect(readdirSync('/proc/self/fd').length - before).toBeLessThan(10);
  });
});

describe('redaction', () => {
  it.each([
    ['Authorization: Bearer abc.def', 'abc.def'],
    ['token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.sig here', 'eyJ'],
    ['key 3f2b1c4d5e6f708192a3b4c5d6e7f809 end', '3f2b1c4d'],
    ['mail maria.souza@example.com.br asked', 'maria.souza'],
    ['call +55 (11) 98765-4321 back', '98765'],
  ])('takes what is private out of %j', (text, secret) => {
    expect(redactText(text)).not.toContain(secret);
    expect(redactText(text)).toContain('[redacted]');
  });

  it('leaves what a developer needs', () => {
    const error = new TypeError('x is not a function', { cause: new Error('ECONNREFUSED') });
    expect(redactData({ call: 'sync.now', count: 3, at: null, ok: true, path: ['ids', '0'], error })).toMatchObject({
      call: 'sync.now', count: 3, at: null, ok: true, path: ['ids', '0'], error: { name: 'TypeError', message: 'x is not a function', cause: { message: 'ECONNREFUSED' } },
    });
  });

  it('leaves the long names of errors, and takes a secret that is spelt like the beginning of one', () => {
    expect(redactText('failed: net::ERR_PROXY_CONNECTION_FAILED (SQLITE_CONSTRAINT_FOREIGNKEY)')).toBe('failed: net::ERR_PROXY_CONNECTION_FAILED (SQLITE_CONSTRAINT_FOREIGNKEY)');
    expect(redactText('ERR_a8f3b2c1d4e5f6a7b8c9d0e1f2')).toBe('[redacted]');
    expect(redactText('xERR_AAAAAAAAAAAAAAAAAAAAAAAAAAAA')).toBe('[redacted]');
  });

  it('never lets a secret out, wherever in the data it is', () => {
    const CANARY = 'CANARY-5f0c1d2e-aa77-4b1c-9d00-123456789abc';
    const carriers = [
      { apiToken: CANARY }, { headers: { authorization: `Bearer ${CANARY}` } }, { deep: [[[CANARY]]] }, { secret: new Secret(CANARY) }, { error: new Error(`refused ${CANARY}`, { cause: new Error(CANARY) }) },
      { text: `a ${CANARY} b` }, { map: new Map([[CANARY, CANARY]]) }, { bytes: Buffer.from(CANARY) }, { json: { toJSON: () => CANARY } }, { password: { nested: CANARY } }, { run: () => CANARY }, { symbol: Symbol(CANARY) },
    ];
    for (const carrier of carriers) expect(JSON.stringify(redactData(carrier))).not.toContain('CANARY');
  });

  it('survives whatever it is given', () => {
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    const hostile = { get trap(): never { throw new Error('no'); } };
    expect(redactData(loop)).toMatchObject({ self: { self: { self: { self: '[deep]' } } } });
    expect(redactData(hostile)).toBe('[unreadable]');
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.anything({ withBigInt: true, withMap: true, withTypedArray: true })), (data) => {
      expect(typeof JSON.stringify(redactData(data))).toBe('string');
    }));
  });
});
