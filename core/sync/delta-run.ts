import type { Entity } from '../../contract/entity.ts';
import type { ChangeSource } from '../../contract/models/views.ts';
import type { ListRequest } from '../api/port.ts';
import type { StreamState } from '../store/store.ts';
import { askList } from './ask-list.ts';
import type { AskedReply } from './ask-list.ts';
import type { StreamTools } from './stream-tools.ts';
import { OVERLAP_MS, advance } from './times.ts';
import type { Way } from './ways.ts';

/** One reading of an entity's changes, from the watermark to the server's present. */
export interface DeltaRun {
  readonly entity: Entity;
  readonly tools: StreamTools;
  /** Where this reading begins: the watermark minus the overlap. */
  readonly since: number;
  /** Server time at the first response; changes up to it are stored when the run is complete. Null before. */
  readonly serverTime: number | null;
  /** Ids that were new, changed or deleted, as far as read. */
  readonly fresh: readonly string[];
  /** Asks for a page. */
  ask(request: Pick<ListRequest, 'cursor' | 'updatedSince' | 'order'>): Promise<AskedReply>;
  /** True when the rows contradict the way they were asked for; they are stored, and reading must begin anew. */
  refuted(way: Way, since: number, reply: AskedReply): Promise<boolean>;
  /**
   * Stores a page; `reaches` says what is known then: everything (`end`), everything up to these rows (`here`), or
   * nothing yet (`open`). The watermark goes with the rows.
   */
  store(reply: AskedReply, reaches: 'end' | 'here' | 'open'): Promise<void>;
  /** Stores the watermark of rows stored before, when only now it is certain that nothing is missing. */
  finish(reaches: 'end' | 'here'): Promise<void>;
  /** Something may be missing: this run's watermark stays, so that the next run reads the same again. */
  freeze(): void;
}

/** Begins a {@link DeltaRun}: the bookkeeping that all ways of reading share. The stream must have its baseline. */
export async function beginDelta(entity: Entity, source: ChangeSource, tools: StreamTools): Promise<DeltaRun> {
  const { store, commit, clock, ways, onProgress } = tools;
  const [stream, reconcile] = [await store.stream(entity), await store.reconcile(entity)];
  // What the list shows while a walk is under way, the walk need not meet: a row that is updated moves behind its back.
  const met = reconcile.under === null ? {} : { walk: reconcile.walk };
  let watermark = stream.watermark ?? 0;
  let reached = watermark;
  let serverTime: number | null = null;
  let frozen = false;
  let done = 0;
  let total: number | null = null;
  const since = Math.max(0, watermark - OVERLAP_MS);
  const fresh: string[] = [];

  const state = (reaches: 'end' | 'here'): StreamState => {
    if (!frozen) watermark = reached;
    return { watermark, backfill: null, lastCompleteAt: reaches === 'end' ? clock.now() : stream.lastCompleteAt };
  };
  const put = async (reply: AskedReply, next?: StreamState): Promise<void> => {
    await tools.beforeStoring(entity, reply.rows, source);
    const page = { entity, rows: reply.rows, quarantined: reply.quarantined, source, baseline: false, asked: reply.asked, ...met };
    fresh.push(...(await commit(next ? { ...page, stream: next } : page)));
  };

  return {
    entity,
    tools,
    since,
    fresh,
    get serverTime() {
      return serverTime;
    },
    async ask(request) {
      const reply = await askList(tools, entity, { ...request, lane: 'delta' });
      serverTime ??= reply.serverTime;
      reached = advance(reached, reply.rows, serverTime ?? clock.now());
      done += reply.rows.length;
      total = Math.max(total ?? reply.total ?? 0, done);
      if (reply.next !== null) onProgress({ entity, done, total: reply.total === null ? null : total, leftMs: null });
      return reply;
    },
    async refuted(way, from, reply) {
      if (!ways.refuted(entity, way, from, reply.rows)) return false;
      await put(reply);
      return true;
    },
    store: (reply, reaches) => put(reply, reaches === 'open' ? undefined : state(reaches)),
    async finish(reaches) {
      await commit({ entity, rows: [], quarantined: [], source, baseline: false, stream: state(reaches) });
    },
    freeze: () => void (frozen = true),
  };
}
