import { CXPRESS_1_0 } from '../../contract/profile/cxpress-1.0.ts';
import type { Dialect } from './dialect.ts';
import { allOperations } from './operations.ts';

/** Rows left out, deep envelopes, whole seconds. */
export const OFFSET: Dialect = {
  name: 'offset',
  profile: {
    ...CXPRESS_1_0,
    id: 'dialect-offset',
    name: 'Dialect: offset',
    auth: { in: 'header', header: 'X-Api-Key', prefix: '' },
    refresh: {
      method: 'POST',
      path: '/api/session/refresh',
      body: { refreshToken: '{refreshToken}' },
      read: { apiToken: ['result.payload.apiToken'], refreshToken: ['result.payload.refreshToken'] },
      rejectedStatuses: [401],
    },
    versions: [
      {
        name: '4.2',
        prefix: '/api',
        operations: allOperations(
          () => ({
            query: { view: 'full' },
            items: 'result.payload.items',
            paging: { style: 'offset', offsetParam: 'offset', sizeParam: 'limit', size: 100, total: 'result.payload.totalCount' },
            updatedSince: { param: 'changedSince', format: 'epochS' },
            sort: null,
          }),
          () => 'result.payload.item',
        ),
      },
    ],
  },
  keys: 'camel',
  says: 'Offset paging with a total, rows three objects deep, camelCase, X-Api-Key, update filter in whole seconds, no sort.',
};
