import type { QueueEntity } from '../../contract/entity.ts';
import type { Scope } from '../../contract/models/filter.ts';
import type { PendingEvent, Viewer } from '../store/store.ts';
import { countItems } from './policy.ts';

/** Which list shows what a summary counted: the queue most of it is in, and the narrowest scope that holds all of that. */
export function summaryScope(events: readonly PendingEvent[], { me, departmentIds }: Viewer): { readonly entity: QueueEntity; readonly scope: Scope } {
  const counts = countItems(events);
  const entity = counts.task > counts.ticket ? 'task' : 'ticket';
  const facts = events.filter((event) => event.entity === entity).map((event) => event.facts);
  if (facts.length === 0 || me === null) return { entity, scope: 'all' };
  if (facts.every(({ assignee }) => assignee === me)) return { entity, scope: 'mine' };
  if (facts.every(({ departmentId }) => departmentId !== null && departmentIds.includes(departmentId))) return { entity, scope: 'departments' };
  return { entity, scope: facts.every(({ assignee }) => assignee === null) ? 'unassigned' : 'all' };
}
