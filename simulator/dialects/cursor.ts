import { CXPRESS_1_0 } from '../../contract/profile/cxpress-1.0.ts';
import type { Entity } from '../../contract/entity.ts';
import type { Dialect } from './dialect.ts';
import { allOperations, listAt, type ListSpec } from './operations.ts';

/** The object that each row is wrapped in. */
const WRAPPER: Readonly<Record<Entity, string>> = {
  ticket: 'ticket', task: 'task', consumer: 'consumer', department: 'sector', ticketTag: 'ticket_tag', consumerTag: 'consumer_tag', customField: 'custom_field',
};

function list(entity: Entity): ListSpec {
  return {
    items: 'data',
    row: WRAPPER[entity],
    paging: { style: 'cursor', cursorParam: 'cursor', next: 'meta.next_cursor', sizeParam: 'limit', size: 150, total: null },
    updatedSince: { param: 'updated_after', format: 'epochMs' },
    sort: { param: 'order', ascending: 'updated:asc', descending: 'updated:desc' },
  };
}

/** A place to go on from, wrapped rows, spaced keys, one search by POST. */
export const CURSOR: Dialect = {
  name: 'cursor',
  profile: {
    ...CXPRESS_1_0,
    id: 'dialect-cursor',
    name: 'Dialect: cursor',
    auth: { in: 'query', param: 'api_token' },
    refresh: {
      method: 'POST',
      path: '/tokens/renew',
      body: { grant: 'refresh', token: '{refreshToken}' },
      read: { apiToken: ['token.value'], refreshToken: ['token.next_refresh_token'] },
      rejectedStatuses: [400, 401],
    },
    versions: [
      {
        name: '2025-06',
        prefix: '',
        operations: {
          ...allOperations(list, (entity) => WRAPPER[entity]),
          'consumer.list': { ...listAt('/consumers/search', list('consumer')), method: 'POST' },
        },
      },
    ],
    fields: {
      ...CXPRESS_1_0.fields,
      ticket: { ...CXPRESS_1_0.fields.ticket, assigneeId: ['responsible.id', 'user_id'], assigneeName: ['responsible.name', 'user_name'], updatedAt: ['last_update', 'updated_at'] },
    },
  },
  keys: 'spaced',
  says: 'Cursor paging without a total, each row wrapped in an object of its own, spaced keys, token in the address, filter and sort.',
};
