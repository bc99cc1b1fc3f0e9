import { describe, expect, test } from 'vitest';
import { ENTITIES, type Entity } from '../../../contract/entity.ts';
import { DIALECT_NAMES } from '../../../simulator/dialects/dialects.ts';
import { dialectWorld, WORLD_START } from '../../support/simulator/dialect-world.ts';

/** Where a row can be seen: in the full list, in the list of late changes (null where there is no filter), and by id. */
async function sight({ reader }: ReturnType<typeof dialectWorld>, entity: Entity, id: string): Promise<{ listed: boolean; delta: boolean | null; byId: number }> {
  const has = async (wish: { since?: number }): Promise<boolean> => (await reader.list(entity, wish)).flat().some((row) => reader.field(entity, row, 'id') === id);
  const filter = reader.operation(entity, 'list').updatedSince !== null;
  return { listed: await has({}), delta: filter ? await has({ since: WORLD_START + 1 }) : null, byId: (await reader.get(entity, id)).status };
}

describe.each(DIALECT_NAMES)('ways of losing a row in dialect %s', (name) => {
  test.each(ENTITIES)('of %s', async (entity) => {
    const world = dialectWorld(name);
    const { simulator, reader, pass } = world;
    const { mutations } = simulator.parts;
    const rows = simulator.visible(entity).slice(0, 5).map(({ id }) => id) as [string, string, string, string, string];
    const [deleted, erased, forbidden, unlisted, kept] = rows;
    pass(1000);
    for (const id of rows) mutations.update(entity, id, { note: 'changed lately' });
    const filter = reader.operation(entity, 'list').updatedSince === null ? null : true;
    expect(await sight(world, entity, kept)).toEqual({ listed: true, delta: filter, byId: 200 });
    pass(1000);
    mutations.remove(entity, deleted);
    mutations.quietly('erase', entity, erased);
    mutations.quietly('forbid', entity, forbidden);
    mutations.quietly('unlist', entity, unlisted);
    const gone = filter === null ? null : false;
    expect(await sight(world, entity, deleted)).toEqual({ listed: false, delta: filter, byId: 404 });
    expect(await sight(world, entity, erased)).toEqual({ listed: false, delta: gone, byId: 404 });
    expect(await sight(world, entity, forbidden)).toEqual({ listed: false, delta: gone, byId: 403 });
    expect(await sight(world, entity, unlisted)).toEqual({ listed: false, delta: gone, byId: 200 });
    expect(simulator.visible(entity).map(({ id }) => id)).not.toEqual(expect.arrayContaining([deleted]));
    expect(simulator.visible(entity).filter(({ id }) => rows.includes(id)).map(({ id }) => id)).toEqual([kept]);

    expect([mutations.quietly('list', entity, forbidden), mutations.quietly('permit', entity, unlisted), mutations.quietly('erase', entity, erased)]).toEqual([null, null, null]);
    mutations.quietly('permit', entity, forbidden);
    mutations.quietly('list', entity, unlisted);
    expect(await sight(world, entity, forbidden)).toEqual({ listed: true, delta: filter, byId: 200 });
    expect(await sight(world, entity, unlisted)).toEqual({ listed: true, delta: filter, byId: 200 });
  });
});

describe('quiet changes', () => {
  const told = async (options?: { tell: boolean }): Promise<{ url: string; body: unknown }[]> => {
    const posts: { url: string; body: unknown }[] = [];
    const { simulator } = dialectWorld('standard', { post: async (url, body) => posts.push({ url: url.href, body: JSON.parse(body) }) && 200 });
    const { webhooks, mutations } = simulator.parts;
    webhooks.configure({ url: 'http://127.0.0.1:9/hook', create: true, update: true });
    const [a, b] = simulator.visible('task').map(({ id }) => id) as [string, string];
    for (const how of ['forbid', 'permit', 'unlist', 'list'] as const) mutations.quietly(how, 'task', a, options);
    mutations.quietly('erase', 'task', b, options);
    return posts;
  };
  test('are told by no webhook unless asked, then as an update', async () => {
    expect([...(await told()), ...(await told({ tell: false }))]).toEqual([]);
    const posts = await told({ tell: true });
    expect(posts).toHaveLength(5);
    expect(posts[4]?.body).toMatchObject({ entity: 'task', type: 'update', data: { id: expect.any(String), 'deleted at': null } });
  });

  test('leave times and fields alone, are in the event log, and a hidden row goes on living', async () => {
    const { simulator, reader, pass } = dialectWorld('standard');
    const { mutations, events, activity, world } = simulator.parts;
    const before = simulator.visible('ticket')[0];
    const id = before?.id ?? '';
    pass(1000);
    activity.happen({ action: 'forbid', entity: 'ticket', id });
    activity.happen({ action: 'permit', entity: 'ticket' });
    expect(simulator.visible('ticket')[0]).toEqual(before);
    expect(events.since(0, 10).map(({ type, id: which, changes }) => [type, which, changes])).toEqual([['forbid', id, {}], ['permit', id, {}]]);
    expect(activity.happen({ action: 'permit', entity: 'ticket' })).toBeNull();

    mutations.quietly('unlist', 'ticket', id);
    mutations.update('ticket', id, { status: 'Changed unseen' });
    expect(simulator.visible('ticket')).toHaveLength(29);
    expect((await reader.get('ticket', id)).row).toMatchObject({ status: 'Changed unseen' });
    mutations.quietly('forbid', 'ticket', id);
    expect((await reader.get('ticket', id)).status).toBe(403);
    mutations.remove('ticket', id);
    mutations.quietly('permit', 'ticket', id);
    expect([world.collections.ticket.count(), (await reader.get('ticket', id)).status]).toEqual([29, 404]);
  });
});
