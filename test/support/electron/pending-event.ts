import type { PendingEvent } from '../../../core/store/store.ts';
import { pendingEvent as plainEvent } from '../pending-event.ts';
import type { EventFields } from '../pending-event.ts';

/** A pending event of ticket 1042; single fields can be given. */
export function pendingEvent({ seq = 1, ...change }: EventFields & { readonly seq?: number } = {}): PendingEvent {
  const row = { number: '1042', title: 'Cannot log in', status: 'Open', departmentName: 'Billing', consumerName: 'Maria Souza', createdAt: null, updatedAt: null, ...change.row };
  return plainEvent(seq, { id: 'a', version: 1, seenAt: 1, ...change, row });
}
