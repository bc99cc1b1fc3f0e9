import { z } from 'zod';

/**
 * The seven kinds of thing Cxpress tells about, in our words.
 * Source: Cxpress API docs, "Available Entities". Wire names come from the API profile.
 */
export const ENTITIES = ['ticket', 'task', 'consumer', 'department', 'ticketTag', 'consumerTag', 'customField'] as const;
/** One of {@link ENTITIES}. */
export type Entity = (typeof ENTITIES)[number];
/** Schema of {@link Entity}. */
export const entitySchema = z.enum(ENTITIES);

/** The two entities an agent works through and is told about. */
export const QUEUE_ENTITIES = ['ticket', 'task'] as const;
/** One of {@link QUEUE_ENTITIES}. */
export type QueueEntity = (typeof QUEUE_ENTITIES)[number];
/** Schema of {@link QueueEntity}. */
export const queueEntitySchema = z.enum(QUEUE_ENTITIES);

/** An opaque server id. The documentation shows UUID-like text with transcription errors, so no format is assumed. */
export const itemIdSchema = z.string().min(1).max(200);
