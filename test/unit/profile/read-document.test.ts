import { describe, expect, it } from 'vitest';
import { CXPRESS_1_0 } from '../../../contract/profile/cxpress-1.0.ts';
import { REFUSALS } from '../../../contract/profile/refusal.ts';
import { EngineError } from '../../../core/engine-error.ts';
import { propose } from '../../../core/profile/propose.ts';
import { readDocument } from '../../../core/profile/read-document.ts';
import { writeProfileFile } from '../../../core/profile/write-profile-file.ts';
import { CANARY, REFUSED, TRAPS } from '../../support/collections/hostile.ts';
import { ENGLISH } from '../../support/collections/english.ts';
import { call, SCHEMA_21 } from '../../support/collections/parts.ts';
import { collectionOf, findingOf, imported, paths } from './import-bed.ts';

function failure(text: string): EngineError {
  try {
    readDocument(text, 'x.json');
  } catch (error) {
    if (error instanceof EngineError) return error;
    throw error;
  }
  throw new Error('the file was read');
}

describe('reading a file', () => {
  it.each(REFUSED)('refuses %s', (_name, text, code) => {
    const error = failure(text());
    expect(error.code).toBe(code);
    if (code === 'fileRefused') expect(REFUSALS).toContain(error.params?.reason);
    if (code === 'fileTooLarge') expect(error.params).toEqual({ megabytes: 8 });
  });

  it('refuses a name that reaches a prototype for that name, in a profile that is whole otherwise', () => {
    const whole = writeProfileFile(CXPRESS_1_0);
    for (const [before, after] of [['"body": {', '"body": {"__proto__":"x",'], ['"query": {}', '"query": {"constructor":"1"}'], ['"fields": {', '"fields": {"__proto__":{},']] as const) {
      expect(failure(whole.replace(before, after)).params, after).toEqual({ reason: 'unsafeNames' });
    }
  });

  it('reads a collection with a byte order mark, and one in the envelope of Postman\'s API', () => {
    expect(readDocument(`\ufeff${JSON.stringify(ENGLISH)}`, 'x').kind).toBe('collection');
    expect(imported({ collection: ENGLISH }).findings).toEqual(imported(ENGLISH).findings);
  });

  it('reads as many folders and requests as are allowed', () => {
    let item: unknown = { name: 'r', request: 'https://a.example/tickets' };
    for (let depth = 0; depth < 25; depth++) item = { name: 'f', item: [item] };
    expect(imported({ info: { name: 'x', schema: SCHEMA_21 }, item: [item] }).requests).toHaveLength(1);
    expect(imported(collectionOf(...Array.from({ length: 2000 }, (_, at) => call('GET', 'Tickets', `https://a.example/tickets?x=${at}`)))).requests).toHaveLength(2000);
  });

  it('reads traps without harm: nothing copied, nothing polluted, nothing led elsewhere', () => {
    const proposal = imported(TRAPS);
    const text = JSON.stringify(proposal);
    expect(text).not.toContain(CANARY);
    expect(text).not.toMatch(/\\u0000|\u202e|__proto__|user:pw|Bad Header/);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(proposal.profile.baseUrl).toBeNull();
    expect(findingOf(proposal, 'baseUrl').because).toContain('baseUrlMissing');
    expect(proposal.source.title.length).toBeLessThanOrEqual(200);
    for (const { prefix, operations } of proposal.profile.versions) {
      for (const operation of Object.values(operations)) expect(new URL(`https://api.example${prefix}${operation.path}`).origin).toBe('https://api.example');
    }
    expect(paths(proposal)['']).not.toHaveProperty('ticketTag.list');
    expect(proposal.requests.map(({ name }) => name)).not.toContain('List tags');
  });

  it.each([
    ['marked secret', { key: 'region', value: 'north', type: 'secret' }],
    ['named like one', { key: 'access_key', value: 'north' }],
    ['that looks like a token', { key: 'region', value: 'north-9f8e7d6c5b4a39281706f5' }],
  ])('copies no variable %s, wherever it is used', (_name, variable) => {
    const use = `{{${variable.key}}}`;
    const url = { raw: `https://a.example/${use}/tickets?include=${use}&page=1&limit=${use}`, query: [{ key: 'include', value: use }, { key: 'page', value: '1' }] };
    const file = { ...(collectionOf(call('GET', 'Tickets', url), call('GET', 'Tasks', `https://${use}.example/tasks`), call('GET', 'Task', { raw: 'https://a.example/:part/tasks/:id', variable: [{ key: 'part', value: use }] })) as object), variable: [variable] };
    const proposal = imported(file);
    expect(JSON.stringify(proposal)).not.toContain('north');
    expect(paths(proposal)['']).toMatchObject({ 'ticket.list': `GET /{${variable.key}}/tickets` });
  });

  it('puts a plain variable into a path', () => {
    const file = { ...(collectionOf(call('GET', 'Tickets', 'https://a.example/{{region}}/tickets')) as object), variable: [{ key: 'region', value: 'north' }] };
    expect(imported(file).profile.baseUrl).toBe('https://a.example/north');
  });

  it.each([
    ['http://plain.example', null], ['https://user:pw@a.example', null], ['https://a.example', 'https://a.example'], ['http://localhost:3000', 'http://localhost:3000'], ['http://127.0.0.1:80', 'http://127.0.0.1'],
    ['ftp://a.example', null], ['a.example', 'https://a.example'], ['https://{{unknown}}.example', null], ['javascript:alert(1)', null],
  ])('offers of %s the address %s', (origin, expected) => {
    expect(imported(collectionOf(call('GET', 'List tickets', `${origin}/tickets`))).profile.baseUrl).toBe(expected);
  });
});

describe('profile files', () => {
  const wrap = (profile: unknown): string => JSON.stringify({ kind: 'cxpress-tray-profile', profile });

  it('come back as they were written', () => {
    expect(readDocument(writeProfileFile(CXPRESS_1_0), 'p.json')).toEqual({ kind: 'profile', profile: CXPRESS_1_0, fileName: 'p.json' });
  });

  it('are proposed as they are, with what they lack, and never in the place of the built-in one', () => {
    const own = { ...CXPRESS_1_0, id: 'own', baseUrl: 'https://a.example', versions: [{ name: '1', prefix: '', operations: { 'ticket.list': CXPRESS_1_0.versions[0]!.operations['ticket.list']! } }] };
    const proposal = propose(readDocument(writeProfileFile(own), 'p.json'));
    expect(proposal).toMatchObject({ source: { kind: 'profile', fileName: 'p.json', title: 'Cxpress 1.0' }, profile: own, requests: [] });
    expect(proposal.findings.map(({ about }) => about)).toHaveLength(13);
    const copied = propose(readDocument(writeProfileFile(CXPRESS_1_0), 'p.json')).profile;
    expect(copied.id).toMatch(/^cxpress-1\.0-[0-9a-f]{8}$/);
  });

  it.each([
    ['a header with a line break', { ...CXPRESS_1_0, auth: { in: 'header', header: 'A\r\nB', prefix: '' } }],
    ['a version that names another host', { ...CXPRESS_1_0, versions: [{ name: '1', prefix: '@evil.example', operations: {} }] }],
    ['a member that is none of ours', { ...CXPRESS_1_0, script: 'x' }],
  ])('are refused with %s', (_name, profile) => {
    expect(failure(wrap(profile)).code).toBe('fileRefused');
  });

  it.each([[[200]], [[500]], [[429]], [[401, 503]], [[]]])('are refused when %j would mean that the refresh token is dead', (rejectedStatuses) => {
    expect(failure(wrap({ ...CXPRESS_1_0, refresh: { ...CXPRESS_1_0.refresh, rejectedStatuses } })).params).toEqual({ reason: 'profileParts' });
  });

  it('may name any status of a refusal', () => {
    const rejectedStatuses = [400, 401, 403, 404, 410, 422];
    expect(readDocument(wrap({ ...CXPRESS_1_0, refresh: { ...CXPRESS_1_0.refresh, rejectedStatuses } }), 'p.json')).toMatchObject({ profile: { refresh: { rejectedStatuses } } });
  });

  it.each([[{ statuses: [599], bodyPattern: null }], [{ statuses: [200], bodyPattern: '(a+)+$' }]])('do not say how a blocked address is answered: %j', (block) => {
    expect(readDocument(wrap({ ...CXPRESS_1_0, block }), 'p.json')).toMatchObject({ profile: { block: CXPRESS_1_0.block } });
  });

  it.each(['Host', 'content-length', 'Transfer-Encoding', 'Connection', 'Cookie', 'Content-Type', 'Proxy-Authorization', 'Sec-Fetch-Site', 'Accept'])('put no token into the header %s', (header) => {
    expect(failure(wrap({ ...CXPRESS_1_0, auth: { in: 'header', header, prefix: '' } })).params).toEqual({ reason: 'profileParts' });
  });

  it.each(['Authorization', 'X-Api-Key', 'api_key', 'Hostess'])('may put it into %s', (header) => {
    expect(readDocument(wrap({ ...CXPRESS_1_0, auth: { in: 'header', header, prefix: '' } }), 'p.json')).toMatchObject({ profile: { auth: { header } } });
  });

  const withCall = (name: 'ticket.list' | 'ticket.get', method: 'GET' | 'POST', path: string): string =>
    wrap({ ...CXPRESS_1_0, id: 'own', versions: [CXPRESS_1_0.versions[0], { name: 'old', prefix: '', operations: { [name]: { ...CXPRESS_1_0.versions[0]!.operations[name], method, path } } }] });
  it.each([
    ['ticket.list', 'POST', '/tickets/close-all'], ['ticket.list', 'GET', '/tickets/close-all'], ['ticket.get', 'POST', '/tickets/{id}/close'], ['ticket.get', 'POST', '/tickets/excluir/{id}'], ['ticket.list', 'POST', '/createTicket'],
  ] as const)('are not proposed when a call changes something: %s by %s %s', (name, method, path) => {
    expect(() => propose(readDocument(withCall(name, method, path), 'p.json'))).toThrow(expect.objectContaining({ code: 'fileRefused', params: { reason: 'changingCall' } }));
  });

  it('are proposed with a doubt about a POST whose path does not say that it reads', () => {
    const found = (method: 'GET' | 'POST', path: string) => propose(readDocument(withCall('ticket.list', method, path), 'p.json')).findings.find(({ about }) => about === 'ticket.list');
    expect(found('POST', '/tickets')).toEqual({ about: 'ticket.list', confidence: 'low', because: ['mayChange'], request: null });
    expect([found('GET', '/tickets'), found('POST', '/tickets/search'), found('POST', '/tickets/consulta')]).toEqual([undefined, undefined, undefined]);
  });

  it('of a newer app say so', () => {
    expect(failure(wrap({ ...CXPRESS_1_0, schema: 2, more: true })).params).toEqual({ reason: 'newerProfile' });
  });

  it('lose an address that is not https', () => {
    const document = readDocument(wrap({ ...CXPRESS_1_0, baseUrl: 'http://a.example' }), 'p.json');
    expect(document.kind === 'profile' && document.profile.baseUrl).toBeNull();
  });
});
