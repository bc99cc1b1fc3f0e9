import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/log.ts';
import type { PassInfo } from '../../core/sync/options.ts';
import type { ItemsStored } from '../../core/sync/port.ts';
import { createAccount } from '../engine/account.ts';
import type { Account } from '../engine/account.ts';
import { createConnectionTrial } from '../engine/connection-trial.ts';
import type { ConnectionTrial } from '../engine/connection-trial.ts';
import { createEngineSwitch } from '../engine/engine-switch.ts';
import type { EngineSwitch } from '../engine/engine-switch.ts';
import { createKeptAddress } from '../engine/kept-address.ts';
import { createListenerSwitch } from '../engine/listener-switch.ts';
import type { ListenerSwitch } from '../engine/listener-switch.ts';
import { startEngine } from '../engine/start-engine.ts';
import { createStoreCounts } from '../engine/store-counts.ts';
import type { StoreCounts } from '../engine/store-counts.ts';
import { viewerOf } from '../preferences/viewer.ts';
import { foldStatus } from '../status/fold-status.ts';
import { createStatusBoard } from '../status/status-board.ts';
import type { StatusBoard } from '../status/status-board.ts';
import type { Foundation } from './foundation.ts';

/** The running engine, what switches it, and what it says of itself. */
export interface EngineRoom {
  readonly engine: EngineSwitch;
  readonly listener: ListenerSwitch;
  readonly counts: StoreCounts;
  readonly board: StatusBoard;
  readonly account: Account;
  readonly trial: ConnectionTrial;
  /** Rows changed by whatever way: counts are read anew and `onItems` hears of it. */
  readonly itemsChanged: (items: ItemsStored) => void;
  dispose(): Promise<void>;
}

/** Where news from the engine goes. */
export interface EngineOutlets {
  readonly onItems: (items: ItemsStored) => void;
  readonly onPassComplete: (info: PassInfo) => Promise<void>;
}

/** Everything of both queues may be different. */
const ALL_ITEMS: readonly ItemsStored[] = (['ticket', 'task'] as const).map((entity) => ({ entity, ids: [], all: true }));

/** Builds the engine's parts on the foundation, and keeps the engine while there is a session, alive or dead. */
export function composeEngineRoom(ground: Foundation, { onItems, onPassComplete }: EngineOutlets, clock: Clock, log: Logger): EngineRoom {
  const { session, governor, storage, preferences, profile, proven, renewed, fetch, vault, notices, clockSkew } = ground;
  const counts = createStoreCounts(storage.store, () => viewerOf(preferences.get()), clock, log);
  const touch = (): void => board.touch();
  const itemsChanged = (items: ItemsStored): void => {
    counts.refresh();
    onItems(items);
  };
  const everythingChanged = (): void => ALL_ITEMS.forEach(itemsChanged);

  const engine = createEngineSwitch({
    start: () => {
      const { baseUrl, syncIntervalSeconds: intervalSeconds } = preferences.get();
      return startEngine({ profile: profile.now(), baseUrl, intervalSeconds, session, fetch, governor, store: storage.store, clock, log, onServerTime: clockSkew.sample, onItems: itemsChanged, onStatus: touch, onPassComplete });
    },
    onChange: touch,
    clock,
    log,
  });
  const listener = createListenerSwitch({ state: storage.state, profile: () => profile.now(), log, onHint: (entity, id) => engine.current()?.sync.hint(entity, id), onChange: touch });
  const board = createStatusBoard(
    () =>
      foldStatus({
        session: session.status(),
        governor: governor.status(),
        sync: engine.current()?.sync.status() ?? null,
        secureStorage: { state: vault.state, backend: vault.backend },
        unread: counts.unread(),
        quarantined: counts.quarantined(),
        hintUrl: listener.url(),
        error: storage.error ?? engine.error(),
      }),
    clock,
  );
  const trial = createConnectionTrial({ profile: () => profile.now(), fetch, governor, clock, renewed, onRead: (read) => proven.add(read) });
  const account = createAccount({ trial, session, engine, store: storage.store, preferences, address: createKeptAddress(storage.state), persistent: storage.persistent, onWiped: everythingChanged, onProof: (proved) => (proved ? notices.dismiss('renewalUnproved') : notices.post({ code: 'renewalUnproved' })) });
  const stops = [
    governor.onChange(touch),
    counts.onChange(touch),
    preferences.onChange(({ now, before }) => {
      if (JSON.stringify(viewerOf(now)) !== JSON.stringify(viewerOf(before))) counts.refresh();
    }),
    storage.onReopened(() => {
      everythingChanged();
      // What was reopened may be empty (made anew, or in memory): only a new engine looks for what is missing.
      engine.restart();
    }),
    session.onChange((status) => {
      // With a dead session the engine sends nothing, but it still knows how complete the copy is.
      engine.want(status.state !== 'signedOut');
      touch();
    }),
  ];
  return {
    engine, listener, counts, board, account, trial, itemsChanged,
    async dispose() {
      for (const stop of stops) stop();
      await Promise.all([listener.dispose(), engine.dispose()]);
      counts.dispose();
      board.dispose();
    },
  };
}
