import type { QueueEntity } from '../../contract/entity.ts';
import type { Translate } from '../i18n.ts';

/** `2 tickets and 1 task`; what there is none of is left out, unless there is nothing at all. */
export function itemCounts({ ticket, task }: Readonly<Record<QueueEntity, number>>, t: Translate): string {
  const tickets = t('shell.toast.summary.tickets', { count: ticket });
  const tasks = t('shell.toast.summary.tasks', { count: task });
  if (ticket > 0 && task > 0) return t('shell.toast.summary.both', { tickets, tasks });
  return ticket > 0 ? tickets : tasks;
}
