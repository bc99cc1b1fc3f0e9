import { powerMonitor } from 'electron';
import type { Clock } from '../../core/clock.ts';
import type { DeskState } from '../../core/notify/port.ts';
import { createBus } from '../desktop/bus-question.ts';
import { createDoNotDisturb } from '../desktop/do-not-disturb.ts';
import type { DoNotDisturb } from '../desktop/do-not-disturb.ts';
import { createScreenLock } from '../desktop/screen-lock.ts';
import type { ScreenLock } from '../desktop/screen-lock.ts';
import { runProgram } from '../desktop/tray/tray-presence.ts';

/** What can be known of the desk the person sits at. */
export interface Desk {
  readonly lock: ScreenLock;
  readonly doNotDisturb: DoNotDisturb;
  /** The same, as toasts ask for it: fresh each time. */
  readonly state: DeskState;
  dispose(): void;
}

/** Watches lock and do-not-disturb in this system's way. */
export function composeDesk(clock: Clock): Desk {
  const { platform } = process;
  const desktop = process.env['XDG_CURRENT_DESKTOP'] ?? '';
  const ask = createBus(runProgram);
  const lock = createScreenLock({ platform, desktop, power: powerMonitor, ask, clock });
  const doNotDisturb = createDoNotDisturb({ platform, desktop, ask, run: runProgram, clock });
  return {
    lock,
    doNotDisturb,
    state: { isLocked: () => lock.look(), isDoNotDisturb: async () => (await doNotDisturb.look()) === 'on' },
    dispose: () => lock.dispose(),
  };
}
