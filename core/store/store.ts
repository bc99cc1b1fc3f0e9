import type { Entity, QueueEntity } from '../../contract/entity.ts';
import type { AnyRecord, RecordOf } from '../../contract/models/records.ts';
import type { ChangeSource, FieldChange, ItemDetail, LookupResult, QueueRow } from '../../contract/models/views.ts';

/** Where one entity's reading stands. Committed together with the rows it speaks of, never before them. */
export interface StreamState {
  /** Largest server time (epoch ms) up to which every change is stored; null before the baseline is complete. */
  readonly watermark: number | null;
  /** First sync under way: where to go on, and the server time at its start, which becomes the watermark. */
  readonly backfill: { readonly cursor: string | null; readonly startedAtServer: number; readonly done: number; readonly total: number | null } | null;
  /** Local wall time of the last complete pass, epoch ms. */
  readonly lastCompleteAt: number | null;
}

/** A wire row that could not be read: kept apart, counted, the rest goes on. */
export interface QuarantinedRow {
  readonly entity: Entity;
  readonly id: string | null;
  /** Which rule it broke, in a developer's words; holds no field values. */
  readonly reason: string;
}

/**
 * How a row can be gone without a tombstone (a tombstone is a row with `deletedAt`): asking for it answers 404 or 410;
 * asking answers 403 although others of its kind can be read; or the whole list was read and does not hold it.
 */
export type Gone = 'notFound' | 'forbidden' | 'unlisted';

/** A row the server no longer shows. */
export interface GoneRow {
  readonly id: string;
  readonly how: Gone;
}

/** The regular reading of a whole list, which finds rows that vanished without a word. Committed with the rows it speaks of. */
export interface ReconcileState {
  /** Number of the walk under way or of the last one; rows it met carry it. 0 before the first. */
  readonly walk: number;
  /** Where the walk goes on; null between walks. `startedAt` is local wall time. */
  readonly under: { readonly cursor: string | null; readonly startedAt: number; readonly done: number; readonly total: number | null } | null;
  /** Local wall time of the last complete walk's end; null before the first. */
  readonly lastAt: number | null;
}

/** What one page or one fetched item brings, to be stored in one transaction. */
export interface PageCommit {
  readonly entity: Entity;
  readonly rows: readonly AnyRecord[];
  readonly quarantined: readonly QuarantinedRow[];
  readonly source: ChangeSource;
  /** True during the first sync: rows are history, so no event and no notification comes of them. */
  readonly baseline: boolean;
  /** New reading state, or undefined to leave it. */
  readonly stream?: StreamState;
  /** Rows that are gone without a tombstone. They leave queues, counts and search and keep what was known; a row that the server shows again comes back. */
  readonly gone?: readonly GoneRow[];
  /** The rows were met by this reconciling walk. */
  readonly walk?: number;
  /** New state of reconciling, or undefined to leave it. */
  readonly reconcile?: ReconcileState;
  /** Local wall time, epoch ms. */
  readonly now: number;
}

/** What a commit did. */
export interface PageOutcome {
  readonly created: readonly string[];
  readonly changed: readonly string[];
  readonly deleted: readonly string[];
  readonly unchanged: number;
}

/** One stored change of a ticket or task, waiting for the notification policy's decision. */
export interface PendingEvent {
  readonly seq: number;
  readonly entity: QueueEntity;
  readonly id: string;
  readonly kind: 'new' | 'changed' | 'deleted';
  readonly version: number;
  readonly seenAt: number;
  readonly source: ChangeSource;
  readonly changes: readonly FieldChange[];
  readonly row: QueueRow;
}

/** What was decided about an event; every event gets exactly one. */
export type Decision = 'toast' | 'summary' | 'paused' | 'quiet';

/** A toast as the ledger knows it. `id` is stable, so that a system that supports it replaces rather than repeats. */
export interface ToastClaim {
  readonly id: string;
  readonly kind: 'item' | 'summary';
  readonly claimedAt: number;
  /** Events it tells about. */
  readonly seqs: readonly number[];
}

/** Row counts by entity, tombstones and gone rows left out. */
export type Counts = Readonly<Record<Entity, number>>;

/**
 * The local copy: tickets, tasks, consumers, departments, tags and custom fields, their changes, read marks,
 * reading state and the notification ledger. Asynchronous, because it lives in a worker thread.
 */
export interface Store {
  commitPage(commit: PageCommit): Promise<PageOutcome>;
  stream(entity: Entity): Promise<StreamState>;
  reconcile(entity: Entity): Promise<ReconcileState>;
  /** Ids of rows not gone that were stored before the walk began and that it did not meet, oldest change first. A walk begins with the commit of its `reconcile` state, so that one is committed before its first page is asked for. */
  unseen(entity: Entity, walk: number, limit: number): Promise<string[]>;
  /** Begins all reading anew, rows kept: another API profile reads the same server in other words. Rows are then stored as a baseline, so nothing is told. */
  reread(): Promise<void>;
  record<E extends Entity>(entity: E, id: string): Promise<RecordOf[E] | null>;
  counts(): Promise<Counts>;
  quarantineCount(): Promise<number>;

  queuePage(request: { entity: QueueEntity; offset: number; limit: number; filter: 'all' | 'unread' }): Promise<{ total: number; unread: number; rows: QueueRow[] }>;
  itemDetail(entity: QueueEntity, id: string): Promise<ItemDetail | null>;
  markRead(entity: QueueEntity, ids: readonly string[], read: boolean): Promise<void>;
  unread(): Promise<Record<QueueEntity, number>>;
  /** Accent-insensitive prefix search in the order of search/rank.ts; every word must match, with few results one letter may be wrong. `me` is the id of the employee whose items go first among equals; null or left out when it is not known. */
  lookup(query: string, limit: number, me?: string | null): Promise<LookupResult[]>;

  /** Undecided events in the order they were stored. */
  pendingEvents(limit: number): Promise<PendingEvent[]>;
  /** Durably claims a toast before it is shown. Events already decided are left out of the returned claim; null when none is left. */
  claimToast(claim: ToastClaim): Promise<ToastClaim | null>;
  /** Records what the system answered. */
  settleToast(id: string, answer: { shown: boolean; via: string; detail: string | null; at: number }): Promise<void>;
  /** Decides events without a toast. */
  decide(seqs: readonly number[], decision: Exclude<Decision, 'toast'>): Promise<void>;
  /** Claims without an answer: the app died between claim and show. */
  unsettledToasts(): Promise<ToastClaim[]>;
  /** The events a claim tells about, as they were pending, so that it can be shown again in the same words. */
  toastEvents(id: string): Promise<PendingEvent[]>;
  /** When item toasts were claimed at or after `since`, ascending: the flood rule's memory across restarts. */
  toastTimes(since: number): Promise<number[]>;
  /** What a click on a toast opens; null when unknown. */
  toastTarget(id: string): Promise<{ kind: 'item'; entity: QueueEntity; id: string } | { kind: 'summary' } | null>;
  toastClicked(id: string, at: number): Promise<void>;

  /** Removes every row, event and reading state (sign out with wipe, or another company's account). */
  wipe(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Small durable values: sealed tokens, rate ledger, block deadline. A file of its own beside the copy, so that a
 * broken copy can be moved aside without losing them. Every `set` is on disk when its promise resolves.
 */
export interface StateStore {
  get(key: string): Promise<Uint8Array | null>;
  set(key: string, value: Uint8Array): Promise<void>;
  delete(key: string): Promise<void>;
}
