import { afterEach, describe, expect, test } from 'vitest';
import { CXPRESS_1_0 } from '../../../contract/profile/cxpress-1.0.ts';
import { createActivity, type Activity } from '../../../simulator/activity.ts';
import { createClock } from '../../../simulator/clock.ts';
import { createEventLog, type ChangeEvent } from '../../../simulator/event-log.ts';
import { createMutations } from '../../../simulator/mutations.ts';
import { createWebhooks } from '../../../simulator/webhooks.ts';
import { createWireRows } from '../../../simulator/wire-row.ts';
import { generateWorld } from '../../../simulator/world/generate.ts';
import { valueText } from '../../../simulator/world/item.ts';
import { createRandom } from '../../../simulator/world/random.ts';
import type { World } from '../../../simulator/world/world.ts';

const START = Date.UTC(2026, 0, 5, 12);
const cleanups: (() => void)[] = [];
afterEach(() => cleanups.splice(0).forEach((cleanup) => cleanup()));

/** A world whose real time stands still until `pass` moves it. */
function stage(tickets = 50): { world: World; pass: (ms: number) => void; mutations: ReturnType<typeof createMutations>; activity: Activity; all: () => readonly ChangeEvent[] } {
  let real = START;
  const clock = createClock({ real: () => real });
  const world = generateWorld({ seed: 7, tickets, start: START });
  const events = createEventLog();
  const webhooks = createWebhooks({ profile: CXPRESS_1_0, clock, events, wire: createWireRows(CXPRESS_1_0, world.catalog.companyId) });
  const mutations = createMutations({ world, clock, events, webhooks });
  const activity = createActivity({ world, clock, mutations, stream: createRandom(7, 'activity'), asked: createRandom(7, 'asked') });
  cleanups.push(() => webhooks.dispose(), () => activity.dispose());
  return { world, mutations, activity, pass: (ms) => void (real += ms), all: () => events.since(0, 1000) };
}

describe('mutations', () => {
  test('an update is told field by field, with the number and subject people know it by', () => {
    const { world, mutations } = stage();
    const ticket = world.collections.ticket.list({ since: null, descending: true, offset: 0, limit: 1 }).rows[0];
    const event = mutations.update('ticket', ticket?.id ?? '', { status: 'Solved, at last', subject: ticket?.values['subject'] ?? '' });
    expect(event).toMatchObject({
      seq: 1, at: START, serverAt: START, entity: 'ticket', id: ticket?.id, type: 'update', number: valueText(ticket?.values['number']), title: ticket?.values['subject'],
      changes: { status: { from: ticket?.values['status'], to: 'Solved, at last' } }, webhook: 'off',
    });
    expect(Object.keys(event?.changes ?? {})).toEqual(['status']);
    expect(world.collections.ticket.get(ticket?.id ?? '')).toMatchObject({ updatedAt: START, createdAt: ticket?.createdAt });
  });

  test('two changes in one millisecond get two update times', () => {
    const { world, mutations } = stage();
    const { id } = mutations.create('ticket', { subject: 'One' });
    mutations.update('ticket', id, { subject: 'Two' });
    mutations.update('ticket', id, { subject: 'Three' });
    expect(world.collections.ticket.get(id)?.updatedAt).toBe(START + 2);
  });

  test('a script can set times, unknown fields and ids', () => {
    const { world, mutations } = stage();
    mutations.create('task', { title: 'T', updatedAt: 5, createdAt: 4, mood: { weather: 'rain' } }, 'own-id');
    expect(world.collections.task.get('own-id')).toEqual({ id: 'own-id', createdAt: 4, updatedAt: 5, deletedAt: null, values: { title: 'T', mood: { weather: 'rain' } } });
  });

  test('deleting makes a tombstone once; it can be revived', () => {
    const { world, mutations, pass } = stage();
    const { id } = mutations.create('consumer', { name: 'Ana' });
    pass(10);
    expect(mutations.remove('consumer', id)).toMatchObject({ type: 'delete', title: 'Ana', changes: { deletedAt: { from: null, to: START + 10 } } });
    expect(mutations.remove('consumer', id)).toBeNull();
    expect(world.collections.consumer.get(id)).toMatchObject({ deletedAt: START + 10, updatedAt: START + 10 });
    expect(mutations.update('consumer', id, { deletedAt: null })).toMatchObject({ type: 'update' });
    expect(mutations.update('consumer', 'nobody', {})).toBeNull();
  });
});

describe('activity', () => {
  test('asked twice in two equal worlds, the same happens; every update changes something', () => {
    const run = (): readonly ChangeEvent[] => {
      const { activity, all, pass } = stage();
      for (const entity of ['ticket', 'task', 'consumer', 'department', 'ticketTag', 'consumerTag', 'customField'] as const) {
        for (const action of ['create', 'update', 'update', 'delete'] as const) {
          pass(1000);
          activity.happen({ action, entity });
        }
      }
      return all();
    };
    const events = run();
    expect(events).toHaveLength(28);
    expect(run()).toEqual(events);
    for (const event of events.filter(({ type, entity }) => type === 'update' && (entity === 'ticket' || entity === 'task'))) expect(Object.keys(event.changes)).not.toEqual([]);
  });

  test('given fields fill in a newcomer and are all that an update changes', () => {
    const { activity, world } = stage();
    const created = activity.happen({ action: 'create', entity: 'ticket', id: 'new', fields: { subject: 'Só este' } });
    expect(created).toMatchObject({ id: 'new', title: 'Só este', number: '1052' });
    expect(world.collections.ticket.get('new')?.values['consumerId']).toEqual(expect.any(String));
    expect(Object.keys(activity.happen({ action: 'update', entity: 'ticket', id: 'new', fields: { status: 'Closed' } })?.changes ?? {})).toEqual(['status']);
    expect(activity.happen({ action: 'update', entity: 'ticket', id: 'nobody' })).toBeNull();
  });

  test('nothing can happen to a ticket where there is none', () => {
    const { activity } = stage(0);
    expect(activity.happen({ action: 'update', entity: 'ticket' })).toBeNull();
    expect(activity.happen({ action: 'create', entity: 'ticket' })).toMatchObject({ number: '1001' });
  });
});
