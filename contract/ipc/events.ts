import { z } from 'zod';
import { itemIdSchema, queueEntitySchema } from '../entity.ts';
import { queueFilterSchema } from '../models/filter.ts';
import { itemsChangedSchema } from '../models/views.ts';
import { settingsSchema } from '../settings.ts';
import { noticeSchema, statusSchema } from '../status.ts';
import type { EventName } from './channels.ts';

/** Payload of every event. Events about rows carry ids, not bodies: there is one read path. */
export const eventSchemas = {
  'items.changed': itemsChangedSchema,
  'status.changed': statusSchema,
  'settings.changed': settingsSchema,
  'notices.changed': z.array(noticeSchema),
  /** Show a screen or an item. */
  navigate: z.discriminatedUnion('to', [
    z.strictObject({ to: z.literal('item'), entity: queueEntitySchema, id: itemIdSchema }),
    z.strictObject({ to: z.literal('queue'), entity: queueEntitySchema, filter: queueFilterSchema }),
    z.strictObject({ to: z.literal('settings') }),
  ]),
  /** The lookup window came up: focus the field and select the last query. */
  'lookup.shown': z.null(),
} satisfies Record<EventName, z.ZodType>;

/** Payload type of an event. */
export type EventPayload<E extends EventName> = z.infer<(typeof eventSchemas)[E]>;
