import { z } from 'zod';
import { itemIdSchema, queueEntitySchema } from '../entity.ts';
import { queueFilterSchema } from './filter.ts';

const filters = z.strictObject({ ticket: queueFilterSchema, task: queueFilterSchema });
const ids = z.strictObject({ ticket: itemIdSchema.nullable(), task: itemIdSchema.nullable() });

/** Which queue the main window shows, and of each queue the filter, the saved view it came from and the item that is open. */
export const queuePlaceSchema = z.strictObject({ entity: queueEntitySchema, filter: filters, saved: ids, open: ids });
/** See {@link queuePlaceSchema}. */
export type QueuePlace = z.infer<typeof queuePlaceSchema>;
