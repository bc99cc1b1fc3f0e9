import { CXPRESS_1_0 } from '../../contract/profile/cxpress-1.0.ts';
import type { Dialect } from './dialect.ts';
import { allOperations, listAt, type ListSpec, type Operations } from './operations.ts';

const OLDEST: ListSpec = {
  items: 'data',
  paging: { style: 'page', pageParam: 'page', sizeParam: 'per_page', size: 40, firstPage: 1, total: 'total' },
  updatedSince: null,
  sort: null,
};
const MIDDLE: ListSpec = {
  items: 'content.rows',
  paging: { style: 'page', pageParam: 'p', sizeParam: 'n', size: 70, firstPage: 0, total: 'content.count' },
  updatedSince: { param: 'since', format: 'epochMs' },
  sort: null,
};
const NEWEST: ListSpec = {
  items: 'data',
  paging: { style: 'page', pageParam: 'page', sizeParam: 'per_page', size: 120, firstPage: 1, total: null },
  updatedSince: { param: 'updated_since', format: 'iso' },
  sort: { param: 'sort', ascending: 'updated_at', descending: '-updated_at' },
};

const v2: Operations = {
  'ticket.list': listAt('/tickets', MIDDLE),
  'ticket.get': { method: 'GET', path: '/tickets/{id}', item: 'content' },
  'task.get': { method: 'GET', path: '/tasks/{id}', item: 'content' },
  'consumer.list': listAt('/people', MIDDLE),
  'consumer.get': { method: 'GET', path: '/people/{id}', item: 'content' },
  'customField.list': listAt('/fields', MIDDLE),
};
const v3: Operations = {
  'ticket.list': listAt('/conversations', NEWEST),
  'ticket.get': { method: 'GET', path: '/conversations/{id}', item: 'data' },
  'task.list': listAt('/activities', NEWEST),
  'consumer.get': { method: 'GET', path: '/contacts/{id}', item: 'data' },
};

/** Three versions, none of which has everything but the oldest. */
export const VERSIONS: Dialect = {
  name: 'versions',
  profile: {
    ...CXPRESS_1_0,
    id: 'dialect-versions',
    name: 'Dialect: versions',
    refresh: { ...CXPRESS_1_0.refresh, path: '/auth/refresh', read: { apiToken: ['session.api_token'], refreshToken: ['session.refresh_token'] } },
    versions: [
      { name: 'v3', prefix: '/v3', operations: v3 },
      { name: 'v2', prefix: '/v2', operations: v2 },
      { name: 'v1', prefix: '/v1', operations: allOperations(() => OLDEST, () => 'data') },
    ],
  },
  keys: 'snake',
  says: 'Three versions: each operation is to be taken from the newest that has it, and paging, filter and sort differ between them.',
};
