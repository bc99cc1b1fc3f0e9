import { CXPRESS_1_0 } from '../../contract/profile/cxpress-1.0.ts';
import type { Dialect } from './dialect.ts';
import { allOperations } from './operations.ts';

/** Everything at once and nothing else. */
export const BARE: Dialect = {
  name: 'bare',
  profile: {
    ...CXPRESS_1_0,
    id: 'dialect-bare',
    name: 'Dialect: bare',
    auth: { in: 'query', param: 'key' },
    refresh: { method: 'POST', path: '/refresh', body: { key: '{refreshToken}' }, read: { apiToken: ['key'], refreshToken: ['refresh_key'] }, rejectedStatuses: [400] },
    versions: [{ name: 'only', prefix: '', operations: allOperations(() => ({ items: '', paging: { style: 'none' }, updatedSince: null, sort: null }), () => '') }],
  },
  keys: 'snake',
  says: 'No paging, no filter, no sort: each list is one top-level array; the key is in the address.',
};
