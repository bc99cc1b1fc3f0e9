import type { Entity } from '../../contract/entity.ts';
import { createCadence } from './cadence.ts';
import { countCalls } from './call-count.ts';
import { createCommit } from './committer.ts';
import { createCompleteness } from './completeness.ts';
import { createCondition } from './condition.ts';
import { readDelta } from './delta.ts';
import { createFillLoop } from './fill-loop.ts';
import { createFirstSync } from './first-sync.ts';
import { createHealth } from './health.ts';
import { watchForSleep } from './heartbeat.ts';
import { createHintDesk } from './hint-desk.ts';
import { createHintLoop } from './hint-loop.ts';
import { createHintReader } from './hint-reader.ts';
import { createItemLook } from './item-look.ts';
import type { PassInfo, SyncOptions } from './options.ts';
import { createPassLoop } from './pass-loop.ts';
import type { ItemsStored } from './port.ts';
import { createReconcileLoop } from './reconcile-loop.ts';
import { createReconcilePlan } from './reconcile-plan.ts';
import { createReferences } from './references.ts';
import type { StatusBoard } from './status-board.ts';
import type { StreamTools } from './stream-tools.ts';
import { createStretch } from './stretch.ts';
import { createTurns } from './turns.ts';
import { createWays } from './ways.ts';

/** Reading from one start to the next stop. What it learned about the server goes with it. */
export interface Run {
  syncNow(): Promise<void>;
  hint(entity: Entity, id: string): void;
  wake(): void;
  /** The interval changed. */
  reschedule(): void;
  /** It ended by itself, because no token can be had. */
  dead(): boolean;
  /** Ends reading; resolves when nothing is in flight. */
  stop(): Promise<void>;
}

/** What a run needs besides the engine's options. */
export interface RunOptions extends SyncOptions {
  readonly board: StatusBoard;
  readonly announce: (stored: ItemsStored) => void;
  /** Milliseconds between polls, read anew each time. */
  readonly interval: () => number;
}

/** As a desk among others behind one address has it by default, in requests a minute. */
const CAUTIOUS_BUDGET = 18;
/** After waking, the network needs a moment, and the desktops of an office should not ask in step; milliseconds. */
const WAKE = { least: 500, spread: 2500 };

/**
 * Begins a {@link Run}: one loop gives baselines, one polls, one follows hints, one reconciles. Polls and hints take turns, so that a
 * hint's fetch never makes a half-read poll look complete; the first sync goes on beside them, on other streams, and so
 * does reconciling, which finds single rows that both have missed.
 */
export function beginRun(options: RunOptions): Run {
  const { store, clock, logger, rng, board, interval } = options;
  const { client, calls } = countCalls(options.client);
  const items = options.items ?? createItemLook({ client: options.client, clock });
  const commit = createCommit({
    store, clock, order: items.order, announce: options.announce,
    onWithheld(entity, id) {
      desk.add(entity, id);
      followHints();
    },
  });
  const health = createHealth(clock);
  const completeness = createCompleteness(store, health);
  const cadence = createCadence(clock);
  const stretch = createStretch(clock);
  const turn = createTurns();
  const condition = createCondition({ clock, rng, logger, board, health, completeness, inFirstSync: () => firstSync.state() === 'running' });
  const { signal } = condition;

  const tools: StreamTools = {
    client, items, store, commit, clock, logger, signal,
    ways: createWays(options.abilities, logger),
    onProgress(progress) {
      if (progress !== null) condition.cameThrough();
      condition.publish({ progress });
    },
    beforeStoring: createReferences({
      client, items, store, commit, clock, logger, signal,
      async readChanges(entity, source) {
        if (health.open(entity) && (await store.stream(entity)).watermark !== null) await readDelta(entity, source, tools);
      },
    }),
  };
  const firstSync = createFirstSync({ tools, health, cadence, calls: () => calls() + items.requests() });
  const reader = createHintReader(tools, health);
  const desk = createHintDesk({ clock, rng, canGet: reader.canGet });

  const tell = async (info: PassInfo): Promise<void> => {
    try {
      await options.onPassComplete(info);
    } catch (error) {
      logger.error('sync.passListenerFailed', { error: String(error) });
    }
  };
  let firstSyncToTell = false;
  const fill = createFillLoop({
    clock, condition, firstSync, completeness, health,
    onFilled() {
      firstSyncToTell = true;
      passes.poke();
    },
  });
  const passes = createPassLoop({
    clock, rng, condition, tools, health, cadence, completeness, stretch, turn, interval,
    onComplete(info) {
      if (condition.cameThrough()) fill.poke();
      void tell({ ...info, firstSync: firstSyncToTell });
      firstSyncToTell = false;
      followHints();
      reconcile.poke();
    },
  });
  const hints = createHintLoop({
    clock, condition, desk, reader, stretch, turn,
    onComplete: () => void tell({ awayMs: 0, firstSync: false, returned: false }),
    onFailed: passes.poke,
  });
  const reconcile = createReconcileLoop({
    clock, condition, tools, firstSync,
    plan: createReconcilePlan({ clock, store, health, requestsPerMinute: options.requestsPerMinute ?? (() => CAUTIOUS_BUDGET) }),
    onFailed: passes.poke,
  });
  const followHints = (): void => {
    const due = desk.nextDue();
    if (due !== null) hints.poke(due);
  };
  const wake = (): void => {
    if (signal.aborted) return;
    condition.fallBehind();
    const soon = WAKE.least + Math.round(rng() * WAKE.spread);
    passes.poke(soon);
    fill.poke(soon);
  };

  const endSleepWatch = watchForSleep(clock, wake);
  signal.addEventListener('abort', endSleepWatch);
  condition.publish({ progress: null });
  fill.poke();
  passes.poke();
  return {
    syncNow() {
      if (signal.aborted) return Promise.resolve();
      passes.wantAll();
      fill.poke();
      return passes.now();
    },
    hint(entity, id) {
      if (signal.aborted) return;
      desk.add(entity, id);
      followHints();
    },
    wake,
    reschedule: () => passes.poke(interval()),
    dead: () => condition.dead,
    async stop() {
      condition.end();
      await Promise.all([fill.stop(), passes.stop(), hints.stop(), reconcile.stop()]);
      condition.publish({ progress: null });
    },
  };
}
