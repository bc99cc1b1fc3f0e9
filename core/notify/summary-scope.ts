import type { QueueEntity } from '../../contract/entity.ts';
import type { Scope } from '../../contract/models/filter.ts';
import type { PendingEvent, Viewer } from '../store/store.ts';
import { countItems } from './policy.ts';
import { isMe } from './rules/whose.ts';

/** Which list shows what a summary counted: the queue most of it is in, and the narrowest scope that holds all of that. */
export function summaryScope(events: readonly PendingEvent[], viewer: Viewer): { readonly entity: QueueEntity; readonly scope: Scope } {
  const counts = countItems(events);
  const entity = counts.task > counts.ticket ? 'task' : 'ticket';
  const facts = events.filter((event) => event.entity === entity).map((event) => event.facts);
  if (facts.length === 0 || viewer.me === null) return { entity, scope: 'all' };
  if (facts.every(({ assignee }) => isMe(assignee, viewer))) return { entity, scope: 'mine' };
  if (facts.every(({ departmentId }) => departmentId !== null && viewer.departmentIds.includes(departmentId))) return { entity, scope: 'departments' };
  return { entity, scope: facts.every(({ assignee }) => assignee === null) ? 'unassigned' : 'all' };
}
