import { viewerKeys } from '../../store/views/viewer-keys.ts';
import type { Viewer } from '../../store/store.ts';

/** Whether an assignee (an agent key) is the person, by the same measure as the store's queues. Never while it is not known who they are. */
export function isMe(assignee: string | null, viewer: Viewer): boolean {
  return assignee !== null && viewerKeys(viewer).includes(assignee);
}
