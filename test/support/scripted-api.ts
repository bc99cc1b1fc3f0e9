import type { Entity } from '../../contract/entity.ts';
import type { AnyRecord, RecordOf } from '../../contract/models/records.ts';
import type { ApiClient, ListReply, ListRequest } from '../../core/api/port.ts';
import type { Clock } from '../../core/clock.ts';
import { EngineError } from '../../core/engine-error.ts';
import type { Lane } from '../../core/governor/lanes.ts';
import type { ListAbilities } from '../../core/sync/abilities.ts';
import { T0, consumer, customField, department, tag, task, ticket } from './records.ts';

/** A call as it reached the server. */
export interface ScriptedCall {
  readonly kind: 'list' | 'get';
  readonly entity: Entity;
  readonly id: string | null;
  readonly cursor: string | null;
  readonly updatedSince: number | null;
  readonly order: ListRequest['order'] | null;
  readonly lane: Lane;
  /** Monotonic time of the test's clock. */
  readonly at: number;
}

/** How the scripted server behaves; whatever is left out is the friendly case. */
export interface ScriptedOptions {
  readonly clock: Clock;
  readonly pageSize?: number;
  /** What the server really does with the parameters, whatever the engine believes. */
  readonly honours?: ListAbilities;
  /** Says how many rows there are. */
  readonly totals?: boolean;
  /** Sends `Date`. */
  readonly dates?: boolean;
  /** Server time at the start of the test, epoch ms; it goes on with the clock's monotonic time. */
  readonly startsAt?: number;
  /** Server times are cut to this many milliseconds. */
  readonly grainMs?: number;
  readonly canGet?: boolean;
}

/** An in-memory Cxpress behind the client's port, with a world a test can change at any moment. */
export interface ScriptedApi extends ApiClient {
  /** Creates a row or changes its fields; its update time becomes the server's now. */
  put<E extends Entity>(entity: E, id: string, fields?: Partial<RecordOf[E]>): void;
  /** Marks a row deleted; it stays in lists as a tombstone. */
  bury(entity: Entity, id: string): void;
  /** Takes a row away without a trace. */
  vanish(entity: Entity, id: string): void;
  /** Takes a row out of all lists; by id it is `given` still or `refused`. `shown` puts it back. Its update time stays. */
  hide(entity: Entity, id: string, how: 'given' | 'refused' | 'shown'): void;
  /** Rows of the lists that are not deleted, by id. */
  visible(entity: Entity): Map<string, AnyRecord>;
  serverNow(): number;
  /** Moves the server's time alone. */
  elapse(ms: number): void;
  readonly calls: ScriptedCall[];
  /** Waited for once a list's reply is made, so that it arrives late and says what was. */
  onReply: (call: ScriptedCall) => Promise<void> | void;
  /** Asked before each reply; an error it gives is thrown, a promise is waited for. */
  onCall: (call: ScriptedCall) => Promise<EngineError | null | void> | EngineError | null | void;
}

const BUILDERS: { [E in Entity]: (id: string, fields?: Partial<RecordOf[E]>) => RecordOf[E] } = {
  ticket, task, consumer, department, ticketTag: tag, consumerTag: tag, customField,
};

/** Makes a {@link ScriptedApi}. */
export function scriptedApi(options: ScriptedOptions): ScriptedApi {
  const { clock, pageSize = 50, honours = { since: true, sorted: true }, totals = true, dates = true, startsAt = T0, grainMs = 1, canGet = true } = options;
  const world = new Map<Entity, Map<string, AnyRecord>>();
  const rowsOf = (entity: Entity): Map<string, AnyRecord> => {
    const rows = world.get(entity) ?? new Map<string, AnyRecord>();
    world.set(entity, rows);
    return rows;
  };
  const hidden = new Map<string, 'given' | 'refused'>();
  const isHidden = (entity: Entity, id: string): boolean => hidden.has(`${entity}:${id}`);
  /** Sorted lists, as long as nothing changes: a large world is asked for page by page. */
  const lists = new Map<string, AnyRecord[]>();
  let elapsed = startsAt - clock.mono();
  const serverNow = (): number => Math.floor((clock.mono() + elapsed) / grainMs) * grainMs;

  const listed = (entity: Entity, request: ListRequest): AnyRecord[] => {
    const key = JSON.stringify([entity, honours.since ? request.updatedSince : null, request.order]);
    const kept = lists.get(key);
    if (kept) return kept;
    const rows = [...rowsOf(entity).values()].filter(({ id, updatedAt }) => (hidden.size === 0 || !isHidden(entity, id)) && (!honours.since || request.updatedSince === null || (updatedAt ?? 0) >= request.updatedSince));
    const direction = request.order === 'oldestFirst' ? 1 : -1;
    lists.set(key, rows);
    return !honours.sorted ? rows : rows.sort((a, b) => direction * ((a.updatedAt ?? 0) - (b.updatedAt ?? 0)));
  };
  const reach = async (call: Omit<ScriptedCall, 'at'>, signal?: AbortSignal): Promise<ScriptedCall> => {
    const made = { ...call, at: clock.mono() };
    api.calls.push(made);
    const error = await api.onCall(made);
    signal?.throwIfAborted();
    if (error) throw error;
    return made;
  };

  const api: ScriptedApi = {
    calls: [],
    onCall: () => null,
    onReply: () => undefined,
    serverNow,
    elapse: (ms) => void (elapsed += ms),
    put(entity, id, fields = {}) {
      lists.clear();
      const now = serverNow();
      const before = rowsOf(entity).get(id) ?? BUILDERS[entity](id, {});
      rowsOf(entity).set(id, { ...before, version: now, updatedAt: now, deletedAt: null, ...fields });
    },
    bury(entity, id) {
      lists.clear();
      const row = rowsOf(entity).get(id);
      const now = serverNow();
      if (row) rowsOf(entity).set(id, { ...row, version: now, updatedAt: now, deletedAt: now });
    },
    vanish(entity, id) {
      lists.clear();
      rowsOf(entity).delete(id);
    },
    hide(entity, id, how) {
      lists.clear();
      if (how === 'shown') hidden.delete(`${entity}:${id}`);
      else hidden.set(`${entity}:${id}`, how);
    },
    visible: (entity) => new Map([...rowsOf(entity)].filter(([id, row]) => row.deletedAt === null && !isHidden(entity, id))),
    can: (_entity, kind) => kind === 'list' || canGet,
    async list<E extends Entity>(entity: E, request: ListRequest): Promise<ListReply<E>> {
      const { cursor, updatedSince, order, lane, signal } = request;
      const call = await reach({ kind: 'list', entity, id: null, cursor, updatedSince, order, lane }, signal);
      const all = listed(entity, request);
      const from = (cursor === null ? 0 : Number(cursor)) * pageSize;
      const rows = all.slice(from, from + pageSize) as RecordOf[E][];
      const more = totals ? from + pageSize < all.length : rows.length === pageSize;
      const reply = { rows, quarantined: [], next: more ? String(from / pageSize + 1) : null, total: totals ? all.length : null, serverTime: dates ? Math.floor(serverNow() / 1000) * 1000 : null };
      await api.onReply(call);
      return reply;
    },
    async get<E extends Entity>(entity: E, id: string, { lane, signal }: { lane: Lane; signal?: AbortSignal }) {
      await reach({ kind: 'get', entity, id, cursor: null, updatedSince: null, order: null, lane }, signal);
      const row = rowsOf(entity).get(id);
      if (!row) throw new EngineError('notFound');
      if (hidden.get(`${entity}:${id}`) === 'refused') throw new EngineError('permissionMissing');
      return { row: row as RecordOf[E], serverTime: dates ? serverNow() : null };
    },
  };
  return api;
}
