import { z } from 'zod';

const scope = {
  /** Which paths: `*` stands for any text, e.g. `/v1/tickets*`. The query string is not part of it. */
  path: z.string().min(1).max(300).default('*'),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).optional(),
  /** How many requests it hits before it is spent; null: until it is deleted. */
  count: z.number().int().min(1).nullable().default(1),
};

/**
 * A scripted failure. `latency` answers normally, later. `status`, `html`, `redirect`, `drop` and `hang` answer
 * without doing the call's work. `brokenJson` and `truncated` do the work and spoil the answer, as when a connection
 * dies after the server has committed.
 */
export const faultSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('latency'), ...scope, ms: z.number().int().min(0).max(600_000) }),
  z.strictObject({ kind: z.literal('status'), ...scope, status: z.number().int().min(200).max(599), body: z.json().optional(), headers: z.record(z.string(), z.string()).optional() }),
  z.strictObject({ kind: z.literal('html'), ...scope, status: z.number().int().min(200).max(599).default(200) }),
  z.strictObject({ kind: z.literal('redirect'), ...scope, status: z.number().int().min(300).max(399).default(302), location: z.string().min(1).max(2048) }),
  z.strictObject({ kind: z.literal('drop'), ...scope }),
  z.strictObject({ kind: z.literal('hang'), ...scope }),
  z.strictObject({ kind: z.literal('brokenJson'), ...scope }),
  z.strictObject({ kind: z.literal('truncated'), ...scope }),
]);
/** See {@link faultSchema}. */
export type Fault = z.infer<typeof faultSchema>;
/** A fault as a script writes it: `path` and `count` may be left out. */
export type FaultInput = z.input<typeof faultSchema>;

/** A fault other than latency. */
export type Failure = Exclude<Fault, { kind: 'latency' }>;

/** A fault together with how often it has struck. */
export interface ActiveFault {
  readonly id: number;
  readonly fault: Fault;
  readonly hits: number;
}

/** What befalls one request. */
export interface Fate {
  readonly latencyMs: number;
  readonly failure: Failure | null;
}

/** The scripted faults, oldest first. */
export interface FaultScript {
  add(fault: FaultInput): ActiveFault;
  clear(): void;
  list(): readonly ActiveFault[];
  /** Spends, for one request, at most one latency and one failure: the oldest that match. */
  strike(method: string, path: string): Fate;
}

function globPattern(glob: string): RegExp {
  const escaped = glob.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`);
}

/** Makes an empty {@link FaultScript}. */
export function createFaultScript(): FaultScript {
  let entries: { id: number; fault: Fault; hits: number; pattern: RegExp }[] = [];
  let serial = 0;
  const spend = (method: string, path: string, latency: boolean): Fault | null => {
    const entry = entries.find(({ fault, pattern }) => (fault.kind === 'latency') === latency && (fault.method ?? method) === method && pattern.test(path));
    if (!entry) return null;
    entry.hits += 1;
    if (entry.fault.count !== null && entry.hits >= entry.fault.count) entries = entries.filter((other) => other !== entry);
    return entry.fault;
  };
  return {
    add(input) {
      const fault = faultSchema.parse(input);
      serial += 1;
      const entry = { id: serial, fault, hits: 0, pattern: globPattern(fault.path) };
      entries.push(entry);
      return { id: entry.id, fault, hits: 0 };
    },
    clear() {
      entries = [];
    },
    list: () => entries.map(({ id, fault, hits }) => ({ id, fault, hits })),
    strike(method, path) {
      const latency = spend(method, path, true);
      const failure = spend(method, path, false);
      return { latencyMs: latency?.kind === 'latency' ? latency.ms : 0, failure: failure === null || failure.kind === 'latency' ? null : failure };
    },
  };
}
