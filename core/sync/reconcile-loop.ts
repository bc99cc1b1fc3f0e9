import type { Entity } from '../../contract/entity.ts';
import type { Clock } from '../clock.ts';
import type { Condition } from './condition.ts';
import { failureKind } from './failure.ts';
import type { FirstSync } from './first-sync.ts';
import { createLoop } from './loop.ts';
import type { Loop } from './loop.ts';
import type { ReconcilePlan } from './reconcile-plan.ts';
import { settleUnseen } from './reconcile-settle.ts';
import { walkList } from './reconcile-walk.ts';
import type { Walked } from './reconcile-walk.ts';
import type { StreamTools } from './stream-tools.ts';

/** What the reconciling loop works with. */
export interface ReconcileLoopOptions {
  readonly clock: Clock;
  readonly condition: Condition;
  readonly tools: StreamTools;
  readonly plan: ReconcilePlan;
  readonly firstSync: Pick<FirstSync, 'state'>;
  /** Reading failed: a whole pass is due after so many milliseconds. */
  readonly onFailed: (wait: number) => void;
}

/** One entity's reconciling ended, or was paused (null). `requests`: those of its walks. */
type Outcome = { readonly requests: number } | null;

/**
 * Makes the loop that now and then reads whole lists: deltas cannot tell of rows that vanished without a word, nor of
 * what a server without order or filter let slip by. It gives way to everything else, and rests while the copy has not
 * caught up. It wants a poke after each complete pass.
 */
export function createReconcileLoop({ clock, condition, tools, plan, firstSync, onFailed }: ReconcileLoopOptions): Loop {
  const { commit } = tools;
  const mayGoOn = (): boolean => !condition.signal.aborted && condition.caughtUp && condition.blockedFor() === 0 && firstSync.state() === 'finished';
  const shouldPause = (): boolean => !mayGoOn();
  /** Number of an entity's walk that left rows out which a repetition is to judge. Forgotten at a restart, which costs one walk more. */
  const doubted = new Map<Entity, number>();
  /** The walk that was paused while its rows were settled need not be walked again. */
  const walkedUp = new Map<Entity, Walked>();

  const finish = async (entity: Entity, { walk }: Walked): Promise<void> => {
    await commit({ entity, rows: [], quarantined: [], source: 'poll', baseline: false, reconcile: { walk, under: null, lastAt: clock.now() } });
    doubted.delete(entity);
    walkedUp.delete(entity);
  };
  const reconcile = async (entity: Entity): Promise<Outcome> => {
    let requests = 0;
    for (;;) {
      const after = doubted.get(entity) ?? 0;
      const walked = walkedUp.get(entity) ?? (await walkList({ entity, tools, after, shouldPause }));
      if (!walked) return null;
      walkedUp.set(entity, walked);
      requests += walked.requests;
      const settled = await settleUnseen({ entity, tools, walked, repeated: after > 0, shouldPause });
      if (settled === 'paused') return null;
      if (settled === 'done') {
        await finish(entity, walked);
        return { requests };
      }
      doubted.set(entity, walked.walk);
      walkedUp.delete(entity);
      if (shouldPause()) return null;
    }
  };
  const work = async (): Promise<number | null> => {
    const due = await plan.next();
    if (due === null || !('entity' in due)) return due?.wait ?? null;
    const { entity } = due;
    try {
      const outcome = await reconcile(entity);
      if (outcome === null) return null;
      plan.reconciled(entity, outcome.requests);
      tools.logger.info('sync.reconciled', { entity, ...outcome });
    } catch (error) {
      const kind = failureKind(error);
      if (kind !== 'permission' && kind !== 'entity') throw error;
      tools.logger.warn('sync.reconcileFailed', { entity, error: String(error) });
      plan.failed(entity);
    }
    return 0;
  };
  return createLoop(clock, async () => {
    if (!mayGoOn()) return null;
    try {
      return await work();
    } catch (error) {
      const wait = condition.failed(error);
      if (wait !== null) onFailed(wait);
      return null;
    }
  });
}
