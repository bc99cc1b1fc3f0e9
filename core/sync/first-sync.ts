import type { Entity } from '../../contract/entity.ts';
import type { Status } from '../../contract/status.ts';
import { EngineError } from '../engine-error.ts';
import { readBackfill, sizeBackfill } from './backfill.ts';
import { FIRST_SYNC_ORDER } from './cadence.ts';
import type { Cadence } from './cadence.ts';
import { failureKind } from './failure.ts';
import type { Health } from './health.ts';
import type { StreamTools } from './stream-tools.ts';
import { createTimeLeft } from './time-left.ts';
import type { TimeLeft } from './time-left.ts';

/** What the first sync works with. */
export interface FirstSyncOptions {
  readonly tools: StreamTools;
  readonly health: Health;
  readonly cadence: Cadence;
  /** Requests sent so far. */
  readonly calls: () => number;
}

/** Gives every entity its baseline. */
export interface FirstSync {
  /**
   * Reads on where it stopped. Resolves with null when every entity that can be read has its baseline, else with the
   * error of one that failed alone. Rejects when nothing comes through at all.
   */
  run(): Promise<unknown>;
  /** `unknown` until the first run has looked. */
  state(): 'unknown' | 'running' | 'finished';
  /** Measured figures, when it finished and this run read anything; else null. */
  figures(): Status['firstSync'];
}

/** With so many requests before it in one list, the first sync asks how long the lists after it are; a shorter one is over soon anyway. */
const WORTH_ASKING_PAGES = 10;

const isOwnFault = (cause: unknown): boolean => ['permission', 'entity'].includes(failureKind(cause));
/** As a server answers a place in a list that it does not know any more. */
const refusesPlace = (cause: unknown): boolean => cause instanceof EngineError && (cause.code === 'wrongShape' || cause.code === 'notFound');

/** Makes a {@link FirstSync}. */
export function createFirstSync({ tools, health, cadence, calls }: FirstSyncOptions): FirstSync {
  const { store, clock, logger } = tools;
  let state: 'unknown' | 'running' | 'finished' = 'unknown';
  let began: { readonly mono: number; readonly calls: number } | null = null;
  let pages = 0;
  let figures: Status['firstSync'] = null;
  /** Entities whose stored place the server refused until they were set aside. True: begun at the top since, which happens once. */
  const refused = new Map<Entity, boolean>();

  const finish = async (): Promise<void> => {
    state = 'finished';
    if (!began || pages === 0 || figures) return;
    const ms = Math.round(clock.mono() - began.mono);
    const requests = calls() - began.calls;
    const { ticket, task, consumer, department } = await store.counts();
    figures = { tickets: ticket, tasks: task, consumers: consumer, departments: department, requests, ms };
    logger.info('sync.firstSync', figures);
  };
  const missing = async (): Promise<Entity[]> => {
    const found: Entity[] = [];
    for (const entity of FIRST_SYNC_ORDER) if (health.open(entity) && (await store.stream(entity)).watermark === null) found.push(entity);
    return found;
  };
  const begin = async (entities: readonly Entity[]): Promise<TimeLeft> => {
    const left = createTimeLeft(clock, entities);
    for (const entity of entities) {
      const { backfill } = await store.stream(entity);
      if (backfill) left.learn(entity, backfill.total, backfill.done);
    }
    return left;
  };
  const sizeOthers = async (entity: Entity, left: TimeLeft): Promise<void> => {
    if ((left.pages(entity) ?? 0) < WORTH_ASKING_PAGES) return;
    for (const other of left.unknown()) {
      // What cannot be asked now is asked when its turn comes, and says then what is wrong.
      const total = await sizeBackfill(other, tools).catch((cause: unknown) => {
        if (!isOwnFault(cause)) throw cause;
        return null;
      });
      left.learn(other, total, 0);
      left.asked(0);
    }
  };

  return {
    async run() {
      let error: unknown = null;
      const entities = await missing();
      const left = await begin(entities);
      for (const entity of entities) {
        if (state === 'unknown') state = 'running';
        began ??= { mono: clock.mono(), calls: calls() };
        const afresh = refused.get(entity) === false;
        if (afresh) refused.set(entity, true);
        try {
          pages += await readBackfill(entity, tools, { left, afresh, onPage: () => sizeOthers(entity, left) });
          health.worked(entity);
          cadence.read(entity);
        } catch (cause) {
          if (!isOwnFault(cause)) throw cause;
          logger.warn('sync.entityFailed', { entity, error: String(cause) });
          left.finished(entity);
          if (!health.failed(entity, cause)) error ??= cause;
          else if (refusesPlace(cause) && !refused.has(entity)) refused.set(entity, false);
        }
      }
      tools.onProgress(null);
      if (error === null) await finish();
      return error;
    },
    state: () => state,
    figures: () => figures,
  };
}
