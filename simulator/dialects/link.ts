import { CXPRESS_1_0 } from '../../contract/profile/cxpress-1.0.ts';
import type { Dialect } from './dialect.ts';
import { allOperations } from './operations.ts';

/** Addresses in the `Link` header, refresh tokens that are replaced. */
export const LINK: Dialect = {
  name: 'link',
  profile: {
    ...CXPRESS_1_0,
    id: 'dialect-link',
    name: 'Dialect: link',
    auth: { in: 'header', header: 'Authorization', prefix: 'Token ' },
    refresh: {
      method: 'POST',
      path: '/rest/token',
      body: { refreshToken: '{refreshToken}' },
      read: { apiToken: ['accessToken'], refreshToken: ['refreshToken'] },
      rejectedStatuses: [401],
    },
    versions: [
      {
        name: 'rest',
        prefix: '/rest',
        operations: allOperations(
          () => ({
            items: '',
            paging: { style: 'link', next: null, sizeParam: 'perPage', size: 80, total: null },
            updatedSince: null,
            sort: { param: 'orderBy', ascending: 'updatedAt', descending: 'updatedAt desc' },
          }),
          () => '',
        ),
      },
    ],
  },
  keys: 'camel',
  says: 'Whole addresses in the Link header, rows in a top-level array, sort without a filter, no total, camelCase, refresh tokens are replaced.',
  tokenRules: { rotate: true },
};
