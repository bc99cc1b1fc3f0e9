import { CXPRESS_1_0 } from '../../contract/profile/cxpress-1.0.ts';
import type { Dialect } from './dialect.ts';
import { allOperations } from './operations.ts';

/** Addresses in the body, without a host, pages of the server's size. */
export const NEXTLINK: Dialect = {
  name: 'nextlink',
  profile: {
    ...CXPRESS_1_0,
    id: 'dialect-nextlink',
    name: 'Dialect: next link',
    refresh: {
      method: 'POST',
      path: '/oauth/refresh',
      body: { grant_type: 'refresh_token', refresh_token: '{refreshToken}' },
      read: { apiToken: ['access_token'], refreshToken: ['refresh_token'] },
      rejectedStatuses: [400, 401],
    },
    versions: [
      {
        name: '1',
        prefix: '/integration/v1',
        operations: allOperations(
          () => ({
            items: 'results',
            paging: { style: 'link', next: 'next', sizeParam: null, size: 60, total: 'count' },
            updatedSince: { param: 'modified_since', format: 'iso' },
            sort: null,
          }),
          () => 'result',
        ),
      },
    ],
  },
  keys: 'snake',
  says: 'The next page as a path in the body, page size set by the server, total, update filter without a sort, snake_case.',
};
