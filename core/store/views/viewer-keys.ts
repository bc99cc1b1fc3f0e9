import { agentKey } from '../../../contract/models/filter.ts';
import type { Viewer } from '../store.ts';

/** Assignee keys that are the viewer: their own, and their name where a row has a name only. Empty when not said. */
export function viewerKeys({ me, name = null }: Viewer): string[] {
  if (me === null) return [];
  const byName = me.startsWith('id:') ? agentKey(null, name) : null;
  return byName === null ? [me] : [me, byName];
}
