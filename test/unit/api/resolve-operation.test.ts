import { describe, expect, it } from 'vitest';
import { CXPRESS_1_0 } from '../../../contract/profile/cxpress-1.0.ts';
import type { ApiProfile } from '../../../contract/profile/schema.ts';
import { resolveGet, resolveList } from '../../../core/api/resolve-operation.ts';
import { clientBed, engineError, FIRST_PAGE, jsonAnswer, profileWith, scriptedFetch } from './client-bed.ts';

const all = CXPRESS_1_0.versions[0]?.operations ?? {};
type Names = (keyof typeof all)[];
/** Operations under these names, at paths that say which version they are of. */
const pick = (version: string, ...names: Names): ApiProfile['versions'][number]['operations'] =>
  Object.fromEntries(names.map((name) => [name, { ...all[name], path: `/${version}${all[name]?.path ?? ''}` }]));

/** Three versions, newest first. Each has what no newer one has, and older ones repeat what is in newer ones. */
const profile = profileWith({
  versions: [
    { name: '3', prefix: '/v3', operations: pick('three', 'task.list', 'consumer.get') },
    { name: '2', prefix: '', operations: pick('two', 'task.list', 'ticket.list', 'department.list') },
    { name: '1', prefix: '/v1', operations: pick('one', 'task.list', 'task.get', 'ticket.list', 'ticket.get', 'consumer.get', 'ticketTag.list') },
  ],
});

const NEWEST: readonly (readonly [Names[number], string])[] = [
  ['task.list', '/v3/three/tasks'],
  ['consumer.get', '/v3/three/consumers/x'],
  ['ticket.list', '/two/tickets'],
  ['department.list', '/two/sectors'],
  ['task.get', '/v1/one/tasks/x'],
  ['ticket.get', '/v1/one/tickets/x'],
  ['ticketTag.list', '/v1/one/ticket-tags'],
];
const MISSING = ['consumer.list', 'department.get', 'ticketTag.get', 'consumerTag.list', 'customField.get'] as const;
const split = (name: Names[number]) => name.split('.') as ['ticket', 'list' | 'get'];

describe('an operation', () => {
  it.each(NEWEST)('%s is asked for in the newest version that documents it, at %s', async (name, path) => {
    const [entity, kind] = split(name);
    const fetch = scriptedFetch(jsonAnswer(kind === 'list' ? { data: [] } : { data: { id: 'x' } }));
    const { client } = clientBed({ fetch, profile });
    expect(client.can(entity, kind)).toBe(true);
    await (kind === 'list' ? client.list(entity, FIRST_PAGE) : client.get(entity, 'x', { lane: 'open' }));
    expect(new URL(fetch.urls[0] ?? '').pathname).toBe(path);
  });

  it.each(MISSING)('%s, which no version documents, cannot be asked for', async (name) => {
    const [entity, kind] = split(name);
    const fetch = scriptedFetch(jsonAnswer({ data: [] }));
    const { client } = clientBed({ fetch, profile });
    expect(client.can(entity, kind)).toBe(false);
    expect((kind === 'list' ? resolveList : resolveGet)(profile, entity)).toBeNull();
    await engineError(kind === 'list' ? client.list(entity, FIRST_PAGE) : client.get(entity, 'x', { lane: 'open' }));
    expect(fetch.urls).toEqual([]);
  });
});
