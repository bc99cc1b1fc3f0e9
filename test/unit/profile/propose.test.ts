import { describe, expect, it } from 'vitest';
import { CXPRESS_1_0 } from '../../../contract/profile/cxpress-1.0.ts';
import { missingOperations, requireUsable } from '../../../core/profile/check-profile.ts';
import { ENGLISH } from '../../support/collections/english.ts';
import { address, answer, call, folder } from '../../support/collections/parts.ts';
import { collectionOf, findingOf, getIn, imported, listIn, paths } from './import-bed.ts';

const A = 'https://a.example';
const rows = [{ id: 1, name: 'x' }, { id: 2, name: 'y' }];
const listed = (query: Record<string, string>, body: unknown = { data: rows }, header: unknown = []) => listIn(imported(collectionOf(call('GET', 'List tickets', address(`${A}/tickets`, query), [answer(body, 200, header)]))), 'ticket.list');

describe('names', () => {
  it.each([
    ['/chamados', 'ticket'], ['/atendimentos', 'ticket'], ['/protocolos', 'ticket'], ['/Tickets/list', 'ticket'], ['/helpdesk/getTickets', 'ticket'], ['/tickets.json', 'ticket'],
    ['/tarefas', 'task'], ['/tareas', 'task'], ['/clientes', 'consumer'], ['/consumidores', 'consumer'], ['/contatos', 'consumer'], ['/contactos', 'consumer'], ['/customers', 'consumer'],
    ['/setores', 'department'], ['/sectores', 'department'], ['/departamentos', 'department'], ['/áreas', 'department'], ['/ticketTags', 'ticketTag'], ['/tags', 'ticketTag'], ['/tickets/etiquetas', 'ticketTag'], ['/marcadores/clientes', 'consumerTag'],
    ['/consumer_tags', 'consumerTag'], ['/clientes/etiquetas', 'consumerTag'], ['/customFields', 'customField'], ['/campos-customizados', 'customField'],
  ])('%s is a list of %s', (path, entity) => {
    expect(Object.keys(imported(collectionOf(call('GET', 'x', `${A}${path}`))).profile.versions[0]!.operations)).toEqual([`${entity}.list`]);
  });

  it.each(['/tickets/{id}/tasks', '/tickets/7/comments', '/ticket-types', '/tickets/stats', '/users', '/fields', '/tickets/:status', '/tickets/export'])('%s is none of ours', (path) => {
    expect(imported(collectionOf(call('GET', 'x', `${A}${path}`))).profile.versions[0]!.operations).toEqual({});
  });

  it('reads a name where the path says nothing, and is less sure', () => {
    const proposal = imported(collectionOf(folder('Chamados', [call('GET', 'Listar', `${A}/x17`), call('GET', 'Obter chamado', `${A}/x17/:id`), call('GET', 'Listar anexos', `${A}/x18`)])));
    expect(paths(proposal)['']).toEqual({ 'ticket.list': 'GET /x17', 'ticket.get': 'GET /x17/{id}' });
    expect(findingOf(proposal, 'ticket.list').confidence).toBe('low');
  });

  it('never proposes what changes something, whatever its name', () => {
    const writes = ['POST', 'PUT', 'PATCH', 'DELETE'].map((method) => call(method, 'List tickets by writing', `${A}/tickets/new`));
    expect(imported(collectionOf(...writes, call('POST', 'Tickets', `${A}/tickets`), call('GET', 'Delete ticket', `${A}/tickets/:id`))).profile.versions[0]!.operations).toEqual({});
  });

  it('prefers all rows to a part of them', () => {
    const proposal = imported(collectionOf(call('GET', 'Closed tickets', `${A}/closed/tickets`), call('GET', 'Tickets', `${A}/all/tickets`)));
    expect(findingOf(proposal, 'ticket.list').request).toBe(1);
  });

  it('prefers the host the others are on', () => {
    const proposal = imported(collectionOf(call('GET', 'Tickets', 'https://sandbox.example/tickets'), call('GET', 'Tickets', `${A}/tickets`), call('GET', 'Tasks', `${A}/tasks`)));
    expect(proposal.profile.baseUrl).toBe(A);
    expect(findingOf(proposal, 'ticket.list').request).toBe(1);
  });
});

describe('paging', () => {
  it.each([
    ['page', { page: '0', size: '20' }, {}, { style: 'page', firstPage: 0, pageParam: 'page', sizeParam: 'size', size: 20 }],
    ['offset', { skip: '0', take: '40' }, {}, { style: 'offset', offsetParam: 'skip', sizeParam: 'take', size: 40 }],
    ['a size beyond bounds', { page: '1', limit: '99999' }, {}, { size: 200 }],
    ['no number as size', { page: '1', limit: '<integer>' }, {}, { size: 100 }],
    ['cursor', { cursor: '' }, { next_cursor: 'abc' }, { style: 'cursor', cursorParam: 'cursor', next: 'next_cursor', sizeParam: null }],
    ['link in the body', { limit: '5' }, { _links: { next: { href: 'https://a.example/tickets?x=1' } } }, { style: 'link', next: '_links.next.href', sizeParam: 'limit', size: 5 }],
    ['pages told by the answer', {}, { meta: { current_page: 1, per_page: 15, total: 30 } }, { style: 'page', pageParam: 'page', sizeParam: 'per_page', size: 15, total: 'meta.total' }],
    ['a count beyond the page', { page: '1' }, { count: 99 }, { total: 'count' }],
    ['a count of the page', { page: '1' }, { count: 2 }, { total: null }],
    ['nothing', {}, {}, { style: 'none' }],
    ['a cursor without a place for the next', { cursor: '' }, {}, { style: 'none' }],
  ])('%s', (_name, query, more, expected) => {
    expect(listed(query, { data: rows, ...more }).paging).toMatchObject(expected);
  });

  it('a Link header of a saved answer', () => {
    expect(listed({}, rows, 'Link: <https://a.example/tickets?page=2>; rel="next"').paging).toMatchObject({ style: 'link', next: null });
    expect(listed({}, rows, 'Link: <https://a.example/tickets?page=2>; rel="prev"').paging).toEqual({ style: 'none' });
  });
});

describe('filter and order', () => {
  it.each([
    [{ updated_since: '2025-01-01' }, { param: 'updated_since', format: 'iso' }], [{ modifiedAfter: '1735689600' }, { param: 'modifiedAfter', format: 'epochS' }], [{ since: '1735689600000' }, { param: 'since', format: 'epochMs' }],
    [{ updated_since: '', modified_since: '' }, null], [{ created_since: '2025-01-01' }, null], [{ from: 'Lisbon' }, null], [{ from: '2025-01-01' }, { param: 'from', format: 'iso' }], [{ updated_since: 'yes' }, null],
  ])('%o keeps changes by %o', (query, expected) => {
    expect(listed(query).updatedSince).toEqual(expected);
  });

  it.each([
    [{ sort: '-updated_at' }, { param: 'sort', ascending: 'updated_at', descending: '-updated_at' }], [{ orderBy: 'updatedAt desc' }, { param: 'orderBy', ascending: 'updatedAt asc', descending: 'updatedAt desc' }],
    [{ sort: 'updated_at', order: 'desc' }, { param: 'order', ascending: 'asc', descending: 'desc' }], [{ sort: 'updated_at' }, null], [{ sort: '-created_at' }, null], [{ sort: 'name', order: 'desc' }, null],
  ])('%o orders by %o', (query, expected) => {
    expect(listed(query).sort).toEqual(expected);
  });
});

describe('places in answers', () => {
  it.each([
    [rows, ''], [{ tickets: rows, users: rows }, 'tickets'], [{ result: { payload: { items: rows } } }, 'result.payload.items'], [{ errors: rows, data: { rows } }, 'data.rows'], [{ data: [] }, 'data'],
  ])('rows of %j are at "%s"', (body, items) => {
    expect(listed({}, body).items).toBe(items);
  });

  it.each([
    [{ edges: [{ node: { id: 1 }, cursor: 'x' }] }, 'edges', 'node'], [{ data: [{ ticket: { id: 1 } }] }, 'data', 'ticket'], [{ data: [{ id: 1, owner: { id: 2 } }] }, 'data', ''],
  ])('the row in each of %j', (body, items, row) => {
    expect(listed({}, body)).toMatchObject({ items, row });
  });

  it.each([[{ data: { ticket: { id: 1 } } }, 'data.ticket'], [{ id: 1, data: { id: 2 } }, ''], [{ ticket: { subject: 'x' } }, 'ticket']])('one row of %j is at "%s"', (body, item) => {
    expect(getIn(imported(collectionOf(call('GET', 'Ticket', `${A}/tickets/:id`, [answer(body)]))), 'ticket.get').item).toBe(item);
  });

  it('does not take a time of something else for the row\'s own', () => {
    const row = { id: 1, tag_removed_at: '2025-01-01', customer: { updated_at: '2025-01-01' }, dataUltimoContato: '2025-01-01', last_modification_time: '2025-01-02' };
    const { fields } = imported(collectionOf(call('GET', 'Tickets', `${A}/tickets`, [answer([row])]))).profile;
    expect(fields.ticket).toMatchObject({ deletedAt: CXPRESS_1_0.fields.ticket!.deletedAt, updatedAt: ['last_modification_time', ...CXPRESS_1_0.fields.ticket!.updatedAt!] });
  });
});

describe('choices', () => {
  it('put another request in place of the proposed one, in its own version alone', () => {
    const proposal = imported(ENGLISH, { 'ticket.list': 3, 'task.get': null });
    expect(listIn(proposal, 'ticket.list').path).toBe('/me/tickets');
    expect(findingOf(proposal, 'ticket.list')).toMatchObject({ request: 3, because: expect.arrayContaining(['chosenByHand']) as unknown });
    expect(findingOf(proposal, 'task.get')).toEqual({ about: 'task.get', confidence: 'missing', because: ['chosenByHand'], request: null });
    expect(missingOperations(proposal.profile)).toContain('task.get');
  });

  it('cannot make a reading of what writes, or of a request without an id, or of none', () => {
    const proposal = imported(ENGLISH, { 'ticket.list': 7, 'ticket.get': 2, 'task.list': 1999, refresh: 2 });
    for (const about of ['ticket.list', 'ticket.get', 'task.list', 'refresh'] as const) expect(findingOf(proposal, about)).toMatchObject({ confidence: 'missing', request: null });
    expect(proposal.profile.refresh).toEqual(CXPRESS_1_0.refresh);
  });

  it('decide address, authorisation and refresh call', () => {
    const collection = collectionOf(call('GET', 'Tickets', `${A}/tickets`, [], { auth: { type: 'bearer' } }), call('GET', 'Other', 'https://b.example/x', [], { header: [{ key: 'X-Api-Key', value: '{{k}}' }] }), call('POST', 'Go on', `${A}/session`, [], { body: { mode: 'raw', raw: '{"refreshToken":"x"}' } }));
    expect(imported(collection).profile).toMatchObject({ baseUrl: A, auth: { header: 'Authorization' }, refresh: { path: '/session' } });
    expect(imported(collection, { baseUrl: 1, auth: 1, refresh: null }).profile).toMatchObject({ baseUrl: 'https://b.example', auth: { header: 'X-Api-Key', prefix: '' }, refresh: CXPRESS_1_0.refresh });
    expect(imported(collection, { baseUrl: null, auth: null }).profile).toMatchObject({ baseUrl: null, auth: CXPRESS_1_0.auth });
  });
});

describe('what a profile must have', () => {
  it('is a list of tickets or tasks, and a refresh call that sends the token', () => {
    const [version] = CXPRESS_1_0.versions;
    const only = (...names: string[]) => ({ ...CXPRESS_1_0, versions: [{ ...version!, operations: Object.fromEntries(Object.entries(version!.operations).filter(([name]) => names.includes(name))) }] });
    expect(missingOperations(CXPRESS_1_0)).toEqual([]);
    expect(() => requireUsable(only('task.list'))).not.toThrow();
    expect(() => requireUsable(only('ticket.list'))).not.toThrow();
    expect(() => requireUsable(only('ticket.get', 'consumer.list'))).toThrow(expect.objectContaining({ code: 'profileIncomplete', params: { missing: 'ticket.list' } }) as Error);
    expect(() => requireUsable({ ...only('task.list'), refresh: { ...CXPRESS_1_0.refresh, body: {} } })).toThrow(expect.objectContaining({ params: { missing: 'refresh' } }) as Error);
  });
});
