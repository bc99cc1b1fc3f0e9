import { useEffect } from 'react';
import type { QueuePlace } from '../../contract/models/queue-place.ts';
import { useCall } from '../bridge/BridgeContext.tsx';
import { FIRST_VIEW, type View } from './view.ts';

/** Where a page begins that was loaded anew. Screens other than the queues are left behind: one of them may be why it died. */
export function viewAt(place: QueuePlace | null): View {
  return { ...FIRST_VIEW, ...place };
}

/** Notes the queues in the main process, so that a page that is loaded anew, even because its process died, goes on where it was. */
export function useKeptPlace({ entity, filter, saved, open }: View): void {
  const call = useCall();
  useEffect(() => {
    // What is not noted is only not gone back to.
    void call('place.keep', { entity, filter, saved, open }).catch(() => undefined);
  }, [call, entity, filter, saved, open]);
}
