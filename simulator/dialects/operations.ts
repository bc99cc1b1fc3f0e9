import { ENTITIES, type Entity } from '../../contract/entity.ts';
import type { ApiProfile, GetOperation, ListOperation, OperationName } from '../../contract/profile/schema.ts';

/** The operations of one version. */
export type Operations = ApiProfile['versions'][number]['operations'];

/** What a list operation says beyond its path; `method`, `query` and `row` may be left out. */
export type ListSpec = Omit<ListOperation, 'path' | 'method' | 'query' | 'row'> & Partial<Pick<ListOperation, 'method' | 'query' | 'row'>>;

/** Names of resources that most dialects share. */
export const RESOURCES: Readonly<Record<Entity, string>> = {
  ticket: 'tickets', task: 'tasks', consumer: 'consumers', department: 'sectors', ticketTag: 'ticket-tags', consumerTag: 'consumer-tags', customField: 'custom-fields',
};

/** A list operation at a path. */
export function listAt(path: string, spec: ListSpec): ListOperation {
  return { method: 'GET', path, query: {}, row: '', ...spec };
}

/** Both operations of all seven entities: a list at `/<resource>` and a row at `/<resource>/{id}`. */
export function allOperations(list: (entity: Entity) => ListSpec, item: (entity: Entity) => string): Operations {
  const operations: Partial<Record<OperationName, ListOperation | GetOperation>> = {};
  for (const entity of ENTITIES) {
    operations[`${entity}.list`] = listAt(`/${RESOURCES[entity]}`, list(entity));
    operations[`${entity}.get`] = { method: 'GET', path: `/${RESOURCES[entity]}/{id}`, item: item(entity) };
  }
  return operations;
}
