import type { Entity } from '../../contract/entity.ts';
import type { RecordOf } from '../../contract/models/records.ts';
import type { Lane } from '../governor/lanes.ts';
import type { QuarantinedRow } from '../store/store.ts';

/** One page of rows. */
export interface ListReply<E extends Entity> {
  readonly rows: readonly RecordOf[E][];
  readonly quarantined: readonly QuarantinedRow[];
  /** Opaque; pass it back for the next page; null when this was the last. */
  readonly next: string | null;
  /** All rows that match, when the server says. */
  readonly total: number | null;
  /** The server's `Date`, epoch ms. */
  readonly serverTime: number | null;
}

/** What to list. */
export interface ListRequest {
  readonly cursor: string | null;
  /** Only rows updated at or after this server time (epoch ms), where the profile can ask for that. */
  readonly updatedSince: number | null;
  readonly order: 'newestFirst' | 'oldestFirst';
  readonly lane: Lane;
  /** Only rows that hold this text, where the profile can ask for that. */
  readonly search?: string;
  /** Fewer rows than the profile's page size (a connection test asks for one). */
  readonly size?: number;
  readonly signal?: AbortSignal;
}

/** Cxpress, as the engine sees it: endpoints are known through the profile alone. Failures are EngineErrors. */
export interface ApiClient {
  list<E extends Entity>(entity: E, request: ListRequest): Promise<ListReply<E>>;
  /** `notFound` when the server answers 404 or 410. */
  get<E extends Entity>(entity: E, id: string, request: { lane: Lane; signal?: AbortSignal }): Promise<{ row: RecordOf[E]; serverTime: number | null }>;
  /** Whether the profile has an operation. */
  can(entity: Entity, kind: 'list' | 'get'): boolean;
}

/** The part of `fetch` the product uses; main/ gives Electron's, tests give Node's. */
export type Fetch = (url: string, init: { method: string; headers: Record<string, string>; body?: string; signal: AbortSignal }) => Promise<Response>;
