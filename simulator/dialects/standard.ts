import { CXPRESS_1_0 } from '../../contract/profile/cxpress-1.0.ts';
import type { Dialect } from './dialect.ts';

/** The shipped guess. */
export const STANDARD: Dialect = {
  name: 'standard',
  profile: CXPRESS_1_0,
  keys: 'snake',
  says: 'The shipped profile: numbered pages with a total, update filter, sort, snake_case, bearer header.',
};
