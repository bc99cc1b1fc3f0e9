import { agentKey } from '../../../contract/models/filter.ts';
import type { Viewer } from '../../store/store.ts';

/** Whether an assignee (an agent key) is the person: by their key, or by their name where the row gives no id. Never while it is not known who they are. */
export function isMe(assignee: string | null, { me, name = null }: Viewer): boolean {
  return me !== null && assignee !== null && (assignee === me || assignee === agentKey(null, name));
}
