import { describe, expect, it } from 'vitest';
import { ENTITIES } from '../../../../contract/entity.ts';
import { profiles } from '../../../../contract/locales/en/screens/profiles.ts';
import { CXPRESS_1_0 } from '../../../../contract/profile/cxpress-1.0.ts';
import { apiProfileSchema, OPERATIONS, type ApiProfile, type ListOperation, type Paging } from '../../../../contract/profile/schema.ts';
import { partFields, withPartValues } from '../../../../renderer/profiles/part-form.ts';
import { ENTITY_ORDER, foundText, LINE_GROUPS, operationOf, verdictOf, withOperation, type Line } from '../../../../renderer/profiles/subjects.ts';

const LINES: readonly Line[] = LINE_GROUPS.flatMap(({ lines }) => lines);
const filled = (profile: ApiProfile, line: Line, typed: Record<string, string> = {}) => Object.fromEntries(partFields(profile, line, typed).map(({ key, value }) => [key, typed[key] ?? value]));
const problems = (profile: ApiProfile, line: Line, typed: Record<string, string>) => Object.fromEntries(partFields(profile, line, typed).flatMap(({ key, check, value }) => {
  const problem = check?.(typed[key] ?? value) ?? null;
  return problem ? [[key, problem]] : [];
}));
const ticketList = operationOf(CXPRESS_1_0, 'ticket.list') as ListOperation;
const paged = { sizeParam: 'n', size: 50, total: 'count' };
const PAGINGS: readonly Paging[] = [
  { style: 'page', pageParam: 'p', firstPage: 0, ...paged }, { style: 'offset', offsetParam: 'skip', ...paged }, { style: 'cursor', cursorParam: 'after', next: 'meta.next', ...paged },
  { style: 'link', next: null, ...paged }, { style: 'link', next: 'links.next', sizeParam: null, size: 20, total: null }, { style: 'none' },
];

describe('the form of a part', () => {
  it('has a line for everything there is', () => {
    expect(ENTITY_ORDER).toEqual(ENTITIES);
    expect(LINES).toEqual(expect.arrayContaining([...OPERATIONS, 'baseUrl', 'auth', 'refresh']));
  });
  it.each(LINES)('of %s gives back what it was filled with', (line) => {
    expect(problems(CXPRESS_1_0, line, {})).toEqual({});
    expect(withPartValues(CXPRESS_1_0, line, filled(CXPRESS_1_0, line))).toEqual(CXPRESS_1_0);
  });
  it.each(PAGINGS)('gives back paging %j', (paging) => {
    const profile = withOperation(CXPRESS_1_0, 'ticket.list', { ...ticketList, paging });
    expect(operationOf(withPartValues(profile, 'ticket.list', filled(profile, 'ticket.list')), 'ticket.list')).toEqual({ ...ticketList, paging });
  });
  it.each(PAGINGS)('makes a valid profile when paging is switched to $style', ({ style }) => {
    const typed = { paging: style, next: 'meta.next' };
    expect(apiProfileSchema.safeParse(withPartValues(CXPRESS_1_0, 'ticket.list', filled(CXPRESS_1_0, 'ticket.list', typed))).success).toBe(true);
  });
  it('keeps the space at a prefix’s end, and switches the token to the address', () => {
    expect(withPartValues(CXPRESS_1_0, 'auth', { in: 'header', header: 'Authorization', prefix: 'Token ' }).auth).toEqual({ in: 'header', header: 'Authorization', prefix: 'Token ' });
    expect(withPartValues(CXPRESS_1_0, 'auth', filled(CXPRESS_1_0, 'auth', { in: 'query', param: 'api_key' })).auth).toEqual({ in: 'query', param: 'api_key' });
  });
  it('adds an operation that was missing', () => {
    const without: ApiProfile = { ...CXPRESS_1_0, versions: [{ name: '1', prefix: '/v1', operations: {} }] };
    expect(foundText(without, 'task.get')).toBeNull();
    const next = withPartValues(without, 'task.get', { method: 'GET', path: '/jobs/{id}', item: '' });
    expect(foundText(next, 'task.get')).toBe('GET /v1/jobs/{id}');
  });
  it.each<[Line, Record<string, string>, Record<string, string>]>([
    ['ticket.list', { path: 'tickets' }, { path: 'path' }],
    ['ticket.list', { path: `/${'x'.repeat(300)}` }, { path: 'pathLength' }],
    ['ticket.list', { size: '0' }, { size: 'size' }],
    ['ticket.list', { firstPage: '-1' }, { firstPage: 'firstPage' }],
    ['ticket.list', { paging: 'offset', offsetParam: ' ' }, { offsetParam: 'required' }],
    ['ticket.get', { path: '/tickets' }, { path: 'id' }],
    ['auth', { header: 'X Token' }, { header: 'header' }],
    ['auth', { prefix: 'Bäarer ' }, { prefix: 'prefix' }],
    ['refresh', { body: 'refresh_token' }, { body: 'body' }],
    ['refresh', { body: 'grant = refresh' }, { body: 'bodyToken' }],
    ['refresh', { readApiToken: ' , ' }, { readApiToken: 'list' }],
    ['baseUrl', { baseUrl: 'javascript:alert(1)' }, { baseUrl: 'address' }],
    ['ticket.fields', { id: '' }, { id: 'list' }],
  ])('of %s with %j complains of %j, in words', (line, typed, expected) => {
    expect(problems(CXPRESS_1_0, line, typed)).toEqual(expected);
    for (const code of Object.values(expected)) expect(profiles.edit.error).toHaveProperty(code);
  });
});

describe('the verdict', () => {
  const without = (...names: string[]): ApiProfile => ({ ...CXPRESS_1_0, versions: [{ name: '1', prefix: '', operations: Object.fromEntries(Object.entries(CXPRESS_1_0.versions[0]?.operations ?? {}).filter(([name]) => !names.includes(name))) }] });
  it.each([
    ['complete', CXPRESS_1_0, []], ['missing', without('ticket.list'), ['ticket.list']], ['unusable', without('ticket.list', 'task.list'), ['ticket.list', 'task.list']],
    ['unrenewable', { ...CXPRESS_1_0, refresh: { ...CXPRESS_1_0.refresh, body: {} } }, []],
  ] as const)('is %s', (kind, profile, missing) => expect(verdictOf([], profile)).toEqual({ kind, missing }));
  it('tells of a renewal that was not found', () => {
    expect(verdictOf([{ about: 'refresh', confidence: 'missing', because: [], request: null }], CXPRESS_1_0).kind).toBe('refresh');
  });
});
