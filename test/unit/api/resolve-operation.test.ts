import { describe, expect, it } from 'vitest';
import { CXPRESS_1_0 } from '../../../contract/profile/cxpress-1.0.ts';
import type { ApiProfile } from '../../../contract/profile/schema.ts';
import { resolveGet, resolveList } from '../../../core/api/resolve-operation.ts';
import { profileWith } from './client-bed.ts';

const all = CXPRESS_1_0.versions[0]?.operations ?? {};
const pick = (...names: (keyof typeof all)[]): ApiProfile['versions'][number]['operations'] => Object.fromEntries(names.map((name) => [name, all[name]]));

const profile = profileWith({
  versions: [
    { name: '3', prefix: '/v3', operations: pick('task.list') },
    { name: '2', prefix: '/v2', operations: pick('task.list', 'ticket.list') },
    { name: '1', prefix: '/v1', operations: pick('task.list', 'ticket.list', 'ticket.get') },
  ],
});

describe('operations', () => {
  it('come from the newest version that documents them', () => {
    expect([resolveList(profile, 'task')?.prefix, resolveList(profile, 'ticket')?.prefix, resolveGet(profile, 'ticket')?.prefix]).toEqual(['/v3', '/v2', '/v1']);
  });

  it('are absent when no version documents them', () => {
    expect([resolveGet(profile, 'task'), resolveList(profile, 'consumer')]).toEqual([null, null]);
  });
});
