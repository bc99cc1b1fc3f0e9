import type { Entity } from '../../contract/entity.ts';
import { consumerValues } from './consumers.ts';
import { FIRST_TASK_NUMBER, FIRST_TICKET_NUMBER } from './generate.ts';
import { valueText, type Values } from './item.ts';
import type { Random } from './random.ts';
import { taskValues } from './tasks.ts';
import { ticketValues } from './tickets.ts';
import type { World } from './world.ts';

/** Number of the next row of an entity: every row there ever was has one. */
function nextNumber(world: World, entity: 'ticket' | 'task'): number {
  const rows = world.collections[entity];
  return (entity === 'ticket' ? FIRST_TICKET_NUMBER : FIRST_TASK_NUMBER) + rows.count() + rows.tombstones();
}

/** Field values of a thing that comes into being now (`now` is server time). */
export function newcomerValues(world: World, entity: Entity, random: Random, now: number): Values {
  const { catalog, collections } = world;
  switch (entity) {
    case 'ticket':
      return ticketValues(catalog, random, { number: nextNumber(world, 'ticket'), consumer: collections.consumer.pick(random), now, age: 0 });
    case 'task': {
      const ticket = collections.ticket.pick(random);
      const consumer = collections.consumer.get(valueText(ticket?.values['consumerId']) ?? '') ?? collections.consumer.pick(random);
      return taskValues(catalog, random, { number: nextNumber(world, 'task'), ticket, consumer, now, age: 0 });
    }
    case 'consumer':
      return consumerValues(catalog, random);
    case 'department':
      return { name: random.pick(['Projetos Especiais', 'Retención', 'Partner Desk', 'Ouvidoria']), active: true, employeeUserIds: [random.pick(catalog.agents).id], keyWords: [] };
    case 'ticketTag':
    case 'consumerTag':
      return { name: random.pick(['Piloto', 'Campanha de maio', 'Prioridad', 'Follow-up']), color: random.pick(['#0091ff', '#12a594', '#8e4ec6', '#f76808']) };
    case 'customField':
      return { name: random.pick(['Centro de custo', 'Código de sucursal', 'Contract ID']), type: 'text', appliesTo: random.pick(['ticket', 'consumer']), options: [] };
  }
}
