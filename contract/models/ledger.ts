import { z } from 'zod';
import { itemIdSchema, queueEntitySchema } from '../entity.ts';
import { EVENT_KINDS, SOURCES, fieldChangeSchema } from './views.ts';

/**
 * What was decided about an event, once. `toast`, `summary` (told with others), `badge` (a rule says: count only),
 * `ignored` (a rule says: not at all), `quiet` (nothing to tell: a deletion, what was on the screen already, what is
 * snoozed, or a wait that no rule asks about),
 * `paused`, `quietHours`.
 */
export const DECISIONS = ['toast', 'summary', 'badge', 'ignored', 'quiet', 'paused', 'quietHours'] as const;
/** One of {@link DECISIONS}. */
export type Decision = (typeof DECISIONS)[number];

/** Defaults that decide where no rule does. */
export const DEFAULT_RULES = ['default:mine', 'default:followed', 'default:departments', 'default:unassigned', 'default:noIdentity', 'default:woke', 'default:others', 'default:gone', 'default:seen', 'default:snoozed', 'default:waiting'] as const;
/** One of {@link DEFAULT_RULES}. */
export type DefaultRule = (typeof DEFAULT_RULES)[number];

/** One event with everything that became of it: how it came, which rule decided what, what the system answered, whether it was clicked. */
export const ledgerEntrySchema = z.strictObject({
  seq: z.number().int(),
  entity: queueEntitySchema,
  id: itemIdSchema,
  number: z.string().nullable(),
  title: z.string(),
  kind: z.enum(EVENT_KINDS),
  changes: z.array(fieldChangeSchema),
  /** The server's time, then this computer's; epoch ms. */
  at: z.number().int().nullable(),
  seenAt: z.number().int(),
  source: z.enum(SOURCES),
  /** Null while it waits. */
  decision: z.enum(DECISIONS).nullable(),
  /** The id of the person's rule, one of {@link DEFAULT_RULES}, or null for events of a version that wrote none down. */
  rule: z.string().nullable(),
  /** The rule's name when it decided; rules can be renamed and removed. */
  ruleName: z.string().nullable(),
  /** Why it was told in a summary. */
  summary: z.enum(['flood', 'away', 'digest']).nullable(),
  toast: z.strictObject({
    claimedAt: z.number().int(),
    /** Null while the system has not answered. */
    shown: z.boolean().nullable(),
    via: z.string().nullable(),
    detail: z.string().nullable(),
    clickedAt: z.number().int().nullable(),
    /** Taken back because the item was taken, closed or left. */
    withdrawnAt: z.number().int().nullable(),
  }).nullable(),
});
/** See {@link ledgerEntrySchema}. */
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

/** Days the ledger can be searched. */
export const LEDGER_DAYS = 14;
