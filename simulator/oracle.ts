import { RATE_WINDOW_MS } from '../contract/limits.ts';
import { createArrivalWindow, type ArrivalWindow } from './arrival-window.ts';

/** One API request as the server saw it. No token text is kept. */
export interface RequestEntry {
  /** Counts from 1. */
  readonly seq: number;
  /** Real time of arrival, epoch ms. */
  readonly at: number;
  readonly address: string;
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** `ticket.list`, `ticket.get`, …, `refresh`, or `unknown`. */
  readonly operation: string;
  /** 0 when no answer was given (dropped, hanging). */
  readonly status: number;
  /** Kind of the scripted fault that struck, if any. */
  readonly fault: string | null;
}

/** What the server counted for one client address, over the whole run. */
export interface AddressCount {
  readonly total: number;
  /** Largest number of arrivals in any 60 s (real time), refused ones included. */
  readonly maxInAny60s: number;
}

/** All requests since the start. */
export interface RequestReport {
  readonly total: number;
  readonly byOperation: Readonly<Record<string, number>>;
  /** By method and path, ids replaced by `{id}`. */
  readonly byPath: Readonly<Record<string, number>>;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly byAddress: Readonly<Record<string, AddressCount>>;
  /** The worst of all addresses. */
  readonly maxInAny60s: number;
}

/** Counts what arrives, independently of the limiter and its settings: the documented 60 s, on real time. */
export interface Oracle {
  /** Notes an arrival; call the result once with what was answered. */
  arrive(request: Pick<RequestEntry, 'at' | 'address' | 'method' | 'path' | 'operation'> & { readonly template: string }): (answer: Pick<RequestEntry, 'status' | 'fault'>) => void;
  report(): RequestReport;
  /** Answered requests with a `seq` above `seq`, oldest first; only the newest are kept. */
  requests(seq: number, limit: number): readonly RequestEntry[];
}

const KEPT = 20_000;

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Makes an {@link Oracle} that has seen nothing. */
export function createOracle(): Oracle {
  const addresses = new Map<string, { window: ArrivalWindow; total: number; worst: number }>();
  const byOperation = new Map<string, number>();
  const byPath = new Map<string, number>();
  const byStatus = new Map<string, number>();
  let log: RequestEntry[] = [];
  let total = 0;
  const count = (address: string, at: number): void => {
    const seen = addresses.get(address) ?? { window: createArrivalWindow(), total: 0, worst: 0 };
    seen.total += 1;
    seen.worst = Math.max(seen.worst, seen.window.add(at, RATE_WINDOW_MS));
    addresses.set(address, seen);
  };
  return {
    arrive({ template, ...request }) {
      total += 1;
      const seq = total;
      count(request.address, request.at);
      increment(byOperation, request.operation);
      increment(byPath, `${request.method} ${template}`);
      return ({ status, fault }) => {
        increment(byStatus, String(status));
        log.push({ seq, ...request, at: Math.round(request.at), status, fault });
        if (log.length > 2 * KEPT) log = log.slice(-KEPT);
      };
    },
    report: () => ({
      total,
      byOperation: Object.fromEntries(byOperation), byPath: Object.fromEntries(byPath), byStatus: Object.fromEntries(byStatus),
      byAddress: Object.fromEntries([...addresses].map(([address, seen]) => [address, { total: seen.total, maxInAny60s: seen.worst }])),
      maxInAny60s: Math.max(0, ...[...addresses.values()].map(({ worst }) => worst)),
    }),
    requests: (seq, limit) => log.filter((entry) => entry.seq > seq).sort((a, b) => a.seq - b.seq).slice(0, limit),
  };
}
