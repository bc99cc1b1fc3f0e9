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
    ['an expression that may never end', { ...CXPRESS_1_0, block: { statuses: [429], bodyPattern: '(a+)+$' } }],
    ['a header with a line break', { ...CXPRESS_1_0, auth: { in: 'header', header: 'A\r\nB', prefix: '' } }],
    ['a version that names another host', { ...CXPRESS_1_0, versions: [{ name: '1', prefix: '@evil.example', operations: {} }] }],
    ['a member that is none of ours', { ...CXPRESS_1_0, script: 'x' }],
  ])('are refused with %s', (_name, profile) => {
    expect(failure(wrap(profile)).code).toBe('fileRefused');
  });

  it('lose an address that is not https', () => {
    const document = readDocument(wrap({ ...CXPRESS_1_0, baseUrl: 'http://a.example' }), 'p.json');
    expect(document.kind === 'profile' && document.profile.baseUrl).toBeNull();
  });
});
