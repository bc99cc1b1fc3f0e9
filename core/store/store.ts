import type { Entity, QueueEntity } from '../../contract/entity.ts';
import type { AnyRecord, RecordOf } from '../../contract/models/records.ts';
import type { Agent, Facets, QueueFilter } from '../../contract/models/filter.ts';
import type { Decision, LedgerEntry } from '../../contract/models/ledger.ts';
import type { ChangeSource, EventKind, FieldChange, ItemDetail, LookupResult, QueueRow } from '../../contract/models/views.ts';

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
  readonly kind: EventKind;
  readonly version: number;
  readonly seenAt: number;
  readonly source: ChangeSource;
  readonly changes: readonly FieldChange[];
  /** Minutes of waiting that an earlier event of the item told of; left out where there was none. */
  readonly waitedBefore?: number;
  readonly row: QueueRow;
  readonly facts: ItemFacts;
}

/** What rules look at, as the item is now. Ids as the API gave them. */
export interface ItemFacts {
  readonly departmentId: string | null;
  /** {@link Agent.key} of the assignee; null for nobody. */
  readonly assignee: string | null;
  readonly tagIds: readonly string[];
  readonly consumerTagIds: readonly string[];
  readonly description: string;
  /** It is in no queue any more: a tombstone, or gone otherwise. */
  readonly gone: boolean;
}

/** Who looks at queues: settings `me` and `myDepartmentIds`. */
export interface Viewer {
  /** {@link Agent.key}; null when not said. */
  readonly me: string | null;
  /** Their name, for rows that name somebody without an id. */
  readonly name?: string | null;
  readonly departmentIds: readonly string[];
}

/** A filter with whatever it depends on. `now` is local wall time, epoch ms; days are local ones. */
export interface FilterWish {
  readonly entity: QueueEntity;
  readonly filter: QueueFilter;
  readonly viewer: Viewer;
  readonly now: number;
}

/** Which rule decided: the id and name of a person's rule, or a default's id without a name. */
export interface RuleMark {
  readonly id: string;
  readonly name: string | null;
}

/** One decision about some events; see `DECISIONS` in contract/models/ledger.ts. Every event gets exactly one. */
export interface Verdict {
  readonly seqs: readonly number[];
  readonly decision: Exclude<Decision, 'toast' | 'summary'>;
  readonly rule: RuleMark | null;
}

/** Why a claim is made, for the ledger. */
export interface ToldBecause {
  /** Rules by event number. */
  readonly rules: ReadonlyMap<number, RuleMark>;
  /** Why events are told together; null for an item's toast. */
  readonly summary: 'flood' | 'away' | 'digest' | null;
}

/** A toast that may still be on the screen, and its item as it is now. */
export interface StandingToast {
  readonly id: string;
  readonly entity: QueueEntity;
  readonly itemId: string;
  readonly row: QueueRow;
  readonly facts: ItemFacts;
}

/** What {@link Store.ring} did. `nextAt`: when something is due next, epoch ms; null when nothing is set. */
export interface Rung {
  readonly woken: readonly { readonly entity: QueueEntity; readonly id: string }[];
  readonly nextAt: number | null;
}

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

  queuePage(request: FilterWish & { offset: number; limit: number }): Promise<{ total: number; unread: number; rows: QueueRow[] }>;
  facets(entity: QueueEntity): Promise<Facets>;
  /** Rows and unread rows of several filters, in their order. */
  queueCounts(wishes: readonly FilterWish[]): Promise<{ total: number; unread: number }[]>;
  /** Everybody who is assigned to a row, most rows first, and live departments with the employees they name. */
  agents(): Promise<{ agents: (Agent & { count: number })[]; departments: { id: string; name: string; employees: string[] }[] }>;
  itemDetail(entity: QueueEntity, id: string): Promise<Omit<ItemDetail, 'hasLink'> | null>;
  /** Reading an item also ends its `woke` mark. */
  markRead(entity: QueueEntity, ids: readonly string[], read: boolean): Promise<void>;
  /** Marks all rows of a filter as read, as one batch that {@link undoRead} takes back; rows that changed since stay as they are. */
  markFilterRead(wish: FilterWish): Promise<{ marked: number; batch: number | null }>;
  undoRead(batch: number): Promise<{ restored: number }>;
  /** Unread rows that concern the viewer (contract/status.ts, `unread`). */
  unread(viewer: Viewer): Promise<Record<QueueEntity, number>>;
  follow(entity: QueueEntity, id: string, follow: boolean): Promise<void>;
  /** Snoozes items, or ends their snooze with `until` null. `orChange`: the first stored change wakes them too, in the same transaction; of history, one whose version is newer too. A woken item is unread, carries `woke` and has a `woke` event. */
  snooze(wish: { entity: QueueEntity; ids: readonly string[]; until: number | null; orChange: boolean }): Promise<void>;
  /** Wakes what is due, and adds one `waiting` event for each live row without assignee that is older than one of `waitingMinutes` and has none for it yet; rows that were older than that when the rule came are left out (`since`). */
  ring(wish: { now: number; waitingMinutes: readonly number[]; since: number }): Promise<Rung>;
  /** Forgets decided events, answered toasts and gone rows older than so many days, in slices; true when there is more. */
  forget(olderThanDays: number, now: number): Promise<boolean>;
  /** Accent-insensitive prefix search in the order of search/rank.ts; every word must match, with few results one letter may be wrong. `me` is the {@link Agent.key} of whoever asks, whose items go first among equals; null or left out when it is not known. */
  lookup(query: string, limit: number, me?: string | null): Promise<LookupResult[]>;

  /** Undecided events in the order they were stored. */
  pendingEvents(limit: number): Promise<PendingEvent[]>;
  /** Durably claims a toast before it is shown. Events already decided are left out of the returned claim; null when none is left. */
  claimToast(claim: ToastClaim, because: ToldBecause): Promise<ToastClaim | null>;
  /** Records what the system answered. */
  settleToast(id: string, answer: { shown: boolean; via: string; detail: string | null; at: number }): Promise<void>;
  /** Decides events without a toast. An item whose only unread events were `ignored` is read again; one that waits for an assignee becomes unread by a decision that counts or tells it. */
  decide(verdicts: readonly Verdict[]): Promise<void>;
  /** Claims without an answer: the app died between claim and show. */
  unsettledToasts(): Promise<ToastClaim[]>;
  /** The events a claim tells about, as they were pending, so that it can be shown again in the same words. */
  toastEvents(id: string): Promise<PendingEvent[]>;
  /** When item toasts were claimed at or after `since`, ascending: the flood rule's memory across restarts. */
  toastTimes(since: number): Promise<number[]>;
  /** What a click on a toast opens; null when unknown. */
  toastTarget(id: string): Promise<{ kind: 'item'; entity: QueueEntity; id: string } | { kind: 'summary' } | null>;
  toastClicked(id: string, at: number): Promise<void>;
  /** Item toasts shown since then that were neither clicked nor withdrawn. */
  standingToasts(since: number): Promise<StandingToast[]>;
  toastWithdrawn(id: string, at: number): Promise<void>;
  /** Events stored since then, newest first, decided or not, for trying rules out. */
  recentEvents(since: number, limit: number): Promise<PendingEvent[]>;
  /** The ledger of `LEDGER_DAYS`, newest first; see the call `ledger.page`. */
  ledgerPage(wish: { item: { entity: QueueEntity; id: string } | null; search: string; offset: number; limit: number; now: number }): Promise<{ total: number; entries: LedgerEntry[] }>;

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
