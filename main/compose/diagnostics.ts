import { release } from 'node:os';
import { app, net } from 'electron';
import type { DesktopFacts } from '../../contract/desktop-facts.ts';
import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/log.ts';
import { createBus } from '../desktop/bus-question.ts';
import { runProgram } from '../desktop/tray/tray-presence.ts';
import { clockCheck } from '../diagnostics/checks/clock.ts';
import { hotkeyCheck, trayCheck } from '../diagnostics/checks/desktop.ts';
import { diskSpaceCheck } from '../diagnostics/checks/disk-space.ts';
import { keyringCheck } from '../diagnostics/checks/keyring.ts';
import { networkCheck } from '../diagnostics/checks/network.ts';
import { notificationsCheck } from '../diagnostics/checks/notifications.ts';
import type { Answered } from '../diagnostics/checks/notifications.ts';
import { quarantineCheck } from '../diagnostics/checks/quarantine.ts';
import { sessionCheck } from '../diagnostics/checks/session.ts';
import { storageCheck } from '../diagnostics/checks/storage.ts';
import { webhookCheck } from '../diagnostics/checks/webhook.ts';
import { writeReport } from '../diagnostics/report.ts';
import { createChecks } from '../diagnostics/run-checks.ts';
import type { DiagnosticsNeeds } from '../ipc/handlers/diagnostics.ts';
import { readTail } from '../log/read-tail.ts';
import type { Desk } from './desk.ts';
import type { EngineRoom } from './engine-room.ts';
import type { Foundation } from './foundation.ts';
import type { Places } from './places.ts';

/** What the self-tests look at. */
export interface DiagnosticParts {
  readonly ground: Foundation;
  readonly room: EngineRoom;
  readonly places: Places;
  readonly desk: Desk;
  readonly facts: () => Promise<DesktopFacts>;
  readonly lastTestToast: () => Answered | null;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Lines of the log in a report. */
const LOG_LINES = 400;

/** Joins the self-tests with what they look at. */
export function composeDiagnostics({ ground, room, places, desk, facts, lastTestToast, clock, log }: DiagnosticParts): Pick<DiagnosticsNeeds, 'run' | 'report'> {
  const { storage, preferences, vault, session, governor, fetch, clockSkew, notices } = ground;
  const { platform, arch, versions } = process;
  return {
    run: createChecks({
      storage: storageCheck({ store: storage.store, state: storage.state, persistent: storage.persistent, error: () => storage.error }),
      keyring: keyringCheck(vault),
      session: sessionCheck(session, clock),
      network: networkCheck({ baseUrl: () => preferences.get().baseUrl, isOnline: () => net.isOnline(), fetch, governor, clock }),
      clock: clockCheck(clockSkew),
      notifications: notificationsCheck({ platform, store: storage.store, lastTest: lastTestToast, pausedUntil: () => preferences.get().notificationsPausedUntil, doNotDisturb: () => desk.doNotDisturb.look(), ask: createBus(runProgram), clock }),
      tray: trayCheck(facts),
      hotkey: hotkeyCheck(() => preferences.get().hotkey, facts),
      webhook: webhookCheck({ wanted: () => preferences.get().webhookListener, listens: () => room.listener.url() !== null, received: () => room.board.now().hintsReceived }),
      quarantine: quarantineCheck(storage.store),
      diskSpace: diskSpaceCheck(places.profile),
    }, clock, log),
    report: async (checks) =>
      writeReport({
        now: clock.now(),
        about: { app: app.getVersion(), electron: versions.electron, chrome: versions.chrome, node: versions.node, platform, arch, system: release(), packaged: String(app.isPackaged) },
        desktop: await facts(),
        settings: preferences.get(),
        status: room.board.now(),
        notices: notices.list().map(({ code }) => code),
        checks,
        log: await readTail(places.logs, LOG_LINES),
      }),
  };
}
