import type { PendingEvent, StandingToast, Viewer } from '../store/store.ts';
import { isClosedStatus } from './closed-status.ts';
import { isMe } from './rules/whose.ts';

/** An item as a toast told of it. */
export interface TheItemThen {
  readonly assignee: string | null;
  readonly departmentId: string | null;
  readonly closed: boolean;
}

/** How an item stood when a toast told of its events; null when there are none. */
export function itemThen(events: readonly PendingEvent[]): TheItemThen | null {
  const last = events.at(-1);
  return last ? { assignee: last.facts.assignee, departmentId: last.facts.departmentId, closed: isClosedStatus(last.row.status) } : null;
}

/**
 * Whether a toast speaks of something that is over: its item is gone, was closed, taken by somebody else or moved out of the
 * person's departments since it was told. A toast that itself told of the closing, the taking or the move stays. Of a toast of an
 * earlier run (`then` null) only gone ones are known to be over.
 */
export function isOver({ row, facts }: Pick<StandingToast, 'row' | 'facts'>, then: TheItemThen | null, viewer: Viewer): boolean {
  if (facts.gone) return true;
  if (then === null) return false;
  if (isClosedStatus(row.status) && !then.closed) return true;
  if (viewer.me === null || isMe(facts.assignee, viewer)) return false;
  const taken = facts.assignee !== null && facts.assignee !== then.assignee;
  const isMine = (id: string | null): boolean => id !== null && viewer.departmentIds.includes(id);
  const left = isMine(then.departmentId) && !isMine(facts.departmentId) && !row.followed;
  return taken || left;
}
