import { verdict } from '../verdict.ts';
import type { Check } from '../verdict.ts';

/** What the check of the webhook listener asks. */
export interface WebhookCheckNeeds {
  readonly wanted: () => boolean;
  readonly listens: () => boolean;
  readonly received: () => number;
}

/** Whether webhooks are listened for, and whether any came. */
export function webhookCheck({ wanted, listens, received }: WebhookCheckNeeds): Check {
  return async () => {
    if (!wanted()) return verdict('webhook', 'off');
    if (!listens()) return verdict('webhook', 'notListening');
    const count = received();
    return count > 0 ? verdict('webhook', 'received', { count }) : verdict('webhook', 'silent');
  };
}
