import { describe, expect, it } from 'vitest';
import { createNormaliser } from '../../../core/api/normalise/normalise.ts';
import { missingOperations } from '../../../core/profile/check-profile.ts';
import { readDocument } from '../../../core/profile/read-document.ts';
import { ENGLISH, ENGLISH_SECRET } from '../../support/collections/english.ts';
import { JSON_API } from '../../support/collections/json-api.ts';
import { PARTIAL } from '../../support/collections/partial.ts';
import { PORTUGUESE } from '../../support/collections/portuguese.ts';
import { SPANISH } from '../../support/collections/spanish.ts';
import { WITHOUT_EXAMPLES } from '../../support/collections/without-examples.ts';
import { findingOf, getIn, imported, listIn, paths } from './import-bed.ts';

describe('the English collection', () => {
  const proposal = imported(ENGLISH);

  it('maps what there is, and nothing that writes, counts, belongs to a ticket or to the caller', () => {
    expect(paths(proposal)).toEqual({
      '/v1': {
        'ticket.list': 'GET /tickets', 'ticket.get': 'GET /tickets/{id}', 'task.list': 'GET /tasks', 'task.get': 'GET /tasks/{id}', 'consumer.list': 'GET /customers', 'consumer.get': 'GET /customers/{id}',
        'department.list': 'GET /departments', 'ticketTag.list': 'GET /tickets/tags', 'consumerTag.list': 'GET /customer-tags', 'customField.list': 'GET /custom_fields',
      },
    });
    expect(missingOperations(proposal.profile)).toEqual(['department.get', 'ticketTag.get', 'consumerTag.get', 'customField.get']);
    expect(findingOf(proposal, 'department.get')).toEqual({ about: 'department.get', confidence: 'missing', because: [], request: null });
  });

  it('finds paging, filter, order, envelope and address, and is sure of them', () => {
    expect(listIn(proposal, 'ticket.list')).toEqual({
      method: 'GET', path: '/tickets', query: { include: 'labels' }, items: 'data', row: '',
      paging: { style: 'page', pageParam: 'page', firstPage: 1, sizeParam: 'per_page', size: 50, total: 'meta.total' },
      updatedSince: { param: 'updated_since', format: 'iso' }, sort: { param: 'sort', ascending: 'updated_at', descending: '-updated_at' },
    });
    expect(listIn(proposal, 'department.list')).toMatchObject({ updatedSince: null, sort: null });
    expect(proposal.profile).toMatchObject({ baseUrl: 'https://api.helpdesk.example', origin: 'imported', auth: { in: 'header', header: 'Authorization', prefix: 'Bearer ' }, name: 'Helpdesk API' });
    expect(findingOf(proposal, 'ticket.list')).toEqual({ about: 'ticket.list', confidence: 'high', because: ['pathMatches', 'folderMatches', 'nameMatches', 'exampleHasItems', 'pagingByParameters', 'filterFound', 'sortFound', 'fieldsFromExample'], request: 2 });
  });

  it('finds the refresh call, not the log-in, and keeps no secret', () => {
    expect(proposal.profile.refresh).toMatchObject({ path: '/v1/auth/refresh', body: { grant_type: 'refresh_token', refresh_token: '{refreshToken}' } });
    expect(proposal.profile.refresh.read.apiToken[0]).toBe('data.access_token');
    expect(JSON.stringify(proposal)).not.toContain(ENGLISH_SECRET);
  });

  it('names fields so that a row of the saved answer is read', () => {
    const normalise = createNormaliser(proposal.profile);
    const row = { id: 'tk_9', ticket_number: 7, summary: 'S', details: 'D', status: { name: 'Open' }, customer: { id: 'c_1' }, department: { id: 'd_1' }, assigned_to: { id: 'u_1', name: 'Rui' }, labels: [{ id: 'l_1' }], created: '2025-01-02T03:04:05Z', last_modified: '2025-01-03T03:04:05Z', due_on: '2025-02-01' };
    expect(normalise('ticket', row)).toMatchObject({ record: { id: 'tk_9', number: '7', subject: 'S', description: 'D', status: 'Open', consumerId: 'c_1', departmentId: 'd_1', assigneeId: 'u_1', assigneeName: 'Rui', tagIds: ['l_1'], createdAt: Date.parse('2025-01-02T03:04:05Z'), updatedAt: Date.parse('2025-01-03T03:04:05Z'), dueAt: Date.parse('2025-02-01') } });
  });
});

describe('the Portuguese collection', () => {
  const proposal = imported(PORTUGUESE);

  it('has three versions, newest first, each operation where it is documented', () => {
    expect(proposal.profile.versions.map(({ name }) => name)).toEqual(['3', '2', '1']);
    expect(paths(proposal)).toEqual({
      '/v3': { 'ticket.list': 'GET /chamados', 'task.get': 'GET /tarefas/{id}' },
      '/v2': { 'ticket.list': 'GET /chamados', 'ticket.get': 'GET /chamados/{id}', 'task.list': 'GET /tarefas', 'department.list': 'GET /setores' },
      '/v1': {
        'ticket.list': 'GET /chamados', 'ticket.get': 'GET /chamados/{id}', 'consumer.list': 'GET /clientes', 'consumer.get': 'GET /clientes/{id}',
        'ticketTag.list': 'GET /marcadores', 'consumerTag.list': 'GET /clientes/etiquetas', 'customField.list': 'GET /campos-personalizados',
      },
    });
  });

  it('puts variables within variables into the address and leaves the secret one', () => {
    expect(proposal.profile).toMatchObject({ baseUrl: 'https://api.atendimento.example/integracao', auth: { in: 'header', header: 'X-Chave', prefix: '' }, refresh: { path: '/sessao/renovar', body: { token_de_renovacao: '{refreshToken}' } } });
    expect(JSON.stringify(proposal)).not.toContain('segredo-de-verdade');
  });

  it('reads formats of time from example values, and is less sure of a filter that only says "since"', () => {
    expect(listIn(proposal, 'ticket.list')).toMatchObject({ items: 'registros', updatedSince: { param: 'atualizado_desde', format: 'epochS' }, sort: { param: 'ordenar', ascending: 'atualizado_em:asc', descending: 'atualizado_em:desc' }, paging: { pageParam: 'pagina', sizeParam: 'quantidade', size: 30, total: 'paginacao.total' } });
    expect(listIn(proposal, 'task.list').updatedSince).toEqual({ param: 'desde', format: 'epochMs' });
    expect([findingOf(proposal, 'ticket.list').confidence, findingOf(proposal, 'task.list').confidence]).toEqual(['high', 'medium']);
    expect(getIn(proposal, 'task.get').item).toBe('tarefa');
  });
});

describe('the Spanish collection', () => {
  const proposal = imported(SPANISH);

  it('reads format 2.0, the key in the address, cursors and wrapped rows', () => {
    expect(proposal.source.kind).toBe('postman-2.0');
    expect(proposal.profile).toMatchObject({ baseUrl: 'https://servicio.example/api', auth: { in: 'query', param: 'clave' }, refresh: { path: '/token/renovar' } });
    expect(listIn(proposal, 'ticket.list')).toMatchObject({ items: 'resultados', row: 'registro', paging: { style: 'cursor', cursorParam: 'cursor', next: 'siguiente.cursor', sizeParam: 'cantidad', size: 200, total: 'total' }, query: { ordenar: 'ultima_actualizacion' }, sort: { param: 'orden', ascending: 'ASC', descending: 'DESC' } });
    expect(getIn(proposal, 'ticket.get').item).toBe('resultado.registro');
  });

  it('takes a search by POST only where nothing else lists, and says that it is unsure', () => {
    expect(listIn(proposal, 'consumer.list')).toMatchObject({ method: 'POST', path: '/contactos/buscar' });
    expect(findingOf(proposal, 'consumer.list').confidence).toBe('low');
  });

  it('knows fields with accents and spaces, and whose tags they are by the folder', () => {
    expect(proposal.profile.fields.ticket).toMatchObject({ subject: ['Asunto', 'subject', 'title', 'name'], updatedAt: ['Última actualización', 'updated_at', 'last_update', 'modified_at'] });
    expect(paths(proposal)['']).toMatchObject({ 'consumerTag.list': 'GET /etiquetas' });
    expect(paths(proposal)['']).not.toHaveProperty('ticketTag.list');
  });
});

describe('other collections', () => {
  it('JSON:API: rows with attributes, relationships, and a link to the next page', () => {
    const proposal = imported(JSON_API);
    expect(listIn(proposal, 'ticket.list')).toMatchObject({ items: 'data', row: '', paging: { style: 'link', next: 'links.next', sizeParam: 'page[size]', size: 25, total: 'meta.total' }, updatedSince: { param: 'filter[updated_since]', format: 'iso' } });
    expect(proposal.profile.auth).toEqual({ in: 'header', header: 'Authorization', prefix: 'Token token=' });
    const row = { type: 'tickets', id: '1', attributes: { subject: 'A', 'updated-at': '2025-01-02T00:00:00Z' }, relationships: { department: { data: { type: 'departments', id: '2' } } } };
    expect(createNormaliser(proposal.profile)('ticket', row)).toMatchObject({ record: { id: '1', subject: 'A', departmentId: '2', updatedAt: Date.parse('2025-01-02T00:00:00Z') } });
    expect(findingOf(proposal, 'refresh')).toEqual({ about: 'refresh', confidence: 'missing', because: ['refreshMissing'], request: null });
  });

  it('a part: what there is, what is not known, and how many items were broken', () => {
    const proposal = imported(PARTIAL);
    expect(paths(proposal)).toEqual({ '': { 'ticket.list': 'GET /{tenant}/tickets' } });
    expect(findingOf(proposal, 'ticket.list')).toMatchObject({ confidence: 'low', because: ['pathMatches', 'nameMatches', 'exampleMissing', 'variableUnknown', 'pagingByParameters', 'filterMissing', 'sortMissing', 'fieldsDefault'] });
    expect(findingOf(proposal, 'baseUrl')).toMatchObject({ confidence: 'missing', because: ['baseUrlMissing', 'variableUnknown'] });
    expect(findingOf(proposal, 'auth')).toMatchObject({ confidence: 'missing', because: ['authDefault'] });
    const document = readDocument(JSON.stringify(PARTIAL), 'x.json');
    expect(document.kind === 'collection' && document.collection.skipped).toBe(5);
  });

  it('no saved answers: the default places, less sure, and one of several that fit', () => {
    const proposal = imported(WITHOUT_EXAMPLES);
    expect(paths(proposal)['']).toEqual({ 'ticket.list': 'GET /tickets', 'ticket.get': 'GET /tickets/{id}', 'task.list': 'GET /tasks', 'consumer.list': 'GET /clients' });
    expect(proposal.profile.baseUrl).toBe('https://plain.example/a');
    expect(listIn(proposal, 'ticket.list')).toMatchObject({ items: 'data', paging: { style: 'page', firstPage: 0, size: 100, sizeParam: 'page_size' } });
    expect(listIn(proposal, 'task.list').paging).toEqual({ style: 'none' });
    expect(findingOf(proposal, 'ticket.list')).toMatchObject({ confidence: 'low' });
    expect(findingOf(proposal, 'ticket.list').because).toContain('severalFit');
    expect(findingOf(proposal, 'task.list').because).toContain('pagingUnknown');
    expect(findingOf(proposal, 'refresh')).toMatchObject({ confidence: 'low', request: 5 });
  });
});
