import { describe, expect, test } from 'vitest';
import { ENTITIES } from '../../../contract/entity.ts';
import { generateWorld } from '../../../simulator/world/generate.ts';
import { valueText, type Item } from '../../../simulator/world/item.ts';
import { countWorld, type World } from '../../../simulator/world/world.ts';

const START = Date.UTC(2026, 0, 5, 12);

/** All rows as plain objects: generated rows write their values on first reading, which a comparison would not see. */
function everything(world: World): Record<string, Item[]> {
  const plain = ({ id, createdAt, updatedAt, deletedAt, values }: Item): Item => ({ id, createdAt, updatedAt, deletedAt, values });
  return Object.fromEntries(ENTITIES.map((entity) => [entity, world.collections[entity].list({ since: -Infinity, descending: false, offset: 0, limit: Infinity }).rows.map(plain)]));
}

function living(world: World, entity: 'ticket' | 'task' | 'consumer'): Item[] {
  return world.collections[entity].list({ since: null, descending: false, offset: 0, limit: Infinity }).rows;
}

describe('generated world', () => {
  test('the same recipe gives the same world; another seed another one', () => {
    const world = everything(generateWorld({ seed: 7, tickets: 200, start: START }));
    expect(everything(generateWorld({ seed: 7, tickets: 200, start: START }))).toEqual(world);
    expect(world['ticket']?.[0]?.values['subject']).toEqual(expect.any(String));
    const other = everything(generateWorld({ seed: 8, tickets: 200, start: START }));
    expect(other['ticket']?.[0]?.id).not.toBe(world['ticket']?.[0]?.id);
  });

  test('a later start moves every time by the same distance and nothing else', () => {
    const shift = 86_400_000 * 3 + 12_345;
    const moved = (item: Item): unknown => ({
      ...item, createdAt: item.createdAt + shift, updatedAt: item.updatedAt + shift, deletedAt: item.deletedAt === null ? null : item.deletedAt + shift,
      values: 'dueAt' in item.values && typeof item.values['dueAt'] === 'number' ? { ...item.values, dueAt: item.values['dueAt'] + shift } : item.values,
    });
    const early = everything(generateWorld({ seed: 3, tickets: 100, start: START }));
    const late = everything(generateWorld({ seed: 3, tickets: 100, start: START + shift }));
    for (const entity of ENTITIES) expect(late[entity]).toEqual(early[entity]?.map(moved));
  });

  test('what a row says does not depend on when it is first read', () => {
    const forward = generateWorld({ seed: 9, tickets: 60, start: START });
    const backward = generateWorld({ seed: 9, tickets: 60, start: START });
    for (const entity of ['task', 'ticket', 'consumer'] as const) for (const { values } of living(backward, entity).reverse()) expect(values).toBeDefined();
    expect(everything(backward)).toEqual(everything(forward));
  });

  test('living rows are as many as asked; deleted ones come on top', () => {
    const world = generateWorld({ seed: 7, tickets: 500, start: START });
    expect(countWorld(world)).toEqual({ ticket: 500, task: 120, consumer: 300, department: 9, ticketTag: 14, consumerTag: 8, customField: 10 });
    for (const entity of ENTITIES) expect(world.collections[entity].tombstones()).toBeGreaterThan(0);
    expect(countWorld(generateWorld({ seed: 7, tickets: 0, start: START }))).toMatchObject({ ticket: 0, task: 0, consumer: 0, department: 9 });
    expect(countWorld(generateWorld({ seed: 7, tickets: 1, start: START }))).toMatchObject({ ticket: 1, task: 0, consumer: 1 });
  });

  test('ids are unique UUIDs, numbers rise with age, times lie in the past', () => {
    const world = generateWorld({ seed: 11, tickets: 400, start: START });
    const items = Object.values(everything(world)).flat();
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    for (const { id, createdAt, updatedAt } of items) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(createdAt).toBeLessThanOrEqual(updatedAt);
      expect(updatedAt).toBeLessThan(START);
    }
    const byAge = living(world, 'ticket').sort((a, b) => a.createdAt - b.createdAt).map(({ values }) => Number(values['number']));
    expect(byAge).toEqual([...byAge].sort((a, b) => a - b));
  });

  test('references lead to living rows and some update times are equal', () => {
    const world = generateWorld({ seed: 5, tickets: 500, start: START });
    const tickets = living(world, 'ticket');
    const times = tickets.map(({ updatedAt }) => updatedAt);
    expect(new Set(times).size).toBeLessThan(times.length);
    for (const { values } of tickets) {
      expect(world.collections.consumer.get(values['consumerId'] as string)?.deletedAt).toBeNull();
      expect(world.collections.department.get(values['departmentId'] as string)?.deletedAt).toBeNull();
      for (const tag of values['tagIds'] as string[]) expect(world.collections.ticketTag.get(tag)?.deletedAt).toBeNull();
      for (const field of Object.keys(values['customFields'] as object)) expect(world.collections.customField.get(field)?.deletedAt).toBeNull();
    }
    for (const { values } of living(world, 'task')) {
      if (values['ticketId'] !== null) expect(world.collections.ticket.get(values['ticketId'] as string)?.deletedAt).toBeNull();
    }
  });

  test('people write in three languages, no slot is left open, and addresses belong to nobody', () => {
    const world = generateWorld({ seed: 7, tickets: 500, start: START });
    const texts = [...living(world, 'ticket'), ...living(world, 'task')].flatMap(({ values }) => [values['subject'], values['title'], values['description']]).filter((text) => typeof text === 'string');
    expect(texts.filter((text) => /[{}]|undefined|null/.test(text))).toEqual([]);
    for (const word of ['pedido', 'não', '¿', 'Order', 'Nota fiscal']) expect(texts.some((text) => text.includes(word))).toBe(true);
    const consumers = living(world, 'consumer');
    for (const { values } of consumers) if (values['email'] !== null) expect(values['email']).toMatch(/^[a-z]+\.[a-z]+\d*@[a-z]+\.example$/);
    for (const field of ['email', 'phone', 'document']) expect(consumers.some(({ values }) => values[field] === null)).toBe(true);
    for (const code of ['+55', '+52', '+54', '+57', '+56']) expect(consumers.some(({ values }) => valueText(values['phone'])?.startsWith(code))).toBe(true);
  });
});
