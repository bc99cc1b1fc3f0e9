import type { Status } from '../../contract/status.ts';
import { readBackfill } from './backfill.ts';
import { FIRST_SYNC_ORDER } from './cadence.ts';
import type { Cadence } from './cadence.ts';
import { failureKind } from './failure.ts';
import type { Health } from './health.ts';
import type { StreamTools } from './stream-tools.ts';

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

/** Makes a {@link FirstSync}. */
export function createFirstSync({ tools, health, cadence, calls }: FirstSyncOptions): FirstSync {
  const { store, clock, logger } = tools;
  let state: 'unknown' | 'running' | 'finished' = 'unknown';
  let began: { readonly mono: number; readonly calls: number } | null = null;
  let pages = 0;
  let figures: Status['firstSync'] = null;

  const finish = async (): Promise<void> => {
    state = 'finished';
    if (!began || pages === 0 || figures) return;
    const ms = Math.round(clock.mono() - began.mono);
    const requests = calls() - began.calls;
    const { ticket, task, consumer, department } = await store.counts();
    figures = { tickets: ticket, tasks: task, consumers: consumer, departments: department, requests, ms };
    logger.info('sync.firstSync', figures);
  };

  return {
    async run() {
      let error: unknown = null;
      for (const entity of FIRST_SYNC_ORDER) {
        if (!health.open(entity) || (await store.stream(entity)).watermark !== null) continue;
        if (state === 'unknown') state = 'running';
        began ??= { mono: clock.mono(), calls: calls() };
        try {
          pages += await readBackfill(entity, tools);
          health.worked(entity);
          cadence.read(entity);
        } catch (cause) {
          const kind = failureKind(cause);
          if (kind !== 'permission' && kind !== 'entity') throw cause;
          logger.warn('sync.entityFailed', { entity, error: String(cause) });
          if (!health.failed(entity, cause)) error ??= cause;
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
