import type { Clock } from '../../core/clock.ts';
import { READ_PROPERTY } from './bus-question.ts';
import type { AskBus, BusCall } from './bus-question.ts';
import { createFreshAnswer } from './fresh-answer.ts';

/** Electron's powerMonitor as far as it tells about the lock; only Windows and macOS emit these. */
export interface LockEvents {
  on(event: 'lock-screen' | 'unlock-screen', listener: () => void): unknown;
  removeListener(event: 'lock-screen' | 'unlock-screen', listener: () => void): unknown;
}

/** Whether the screen is locked. */
export interface ScreenLock {
  /** As far as is known now. On Linux it may be some seconds old: {@link ScreenLock.look} asks. */
  isLocked(): boolean;
  /** Before something is shown that a passer-by may read. Never rejects. */
  look(): Promise<boolean>;
  /** This system tells at all. */
  tells(): Promise<boolean>;
  dispose(): void;
}

/** What watching the lock needs. `desktop` (XDG_CURRENT_DESKTOP) and `ask` are used on Linux only. */
export interface ScreenLockNeeds {
  readonly platform: string;
  readonly desktop: string;
  readonly power: LockEvents;
  readonly ask: AskBus;
  readonly clock: Clock;
}

/** An answer of the bus is believed so long: toasts may come many at a time. */
const FRESH_MS = 5_000;
const MANAGER = 'org.freedesktop.login1';
const MANAGER_ASKED: BusCall = { bus: 'system', to: MANAGER, path: `/${MANAGER.replaceAll('.', '/')}/session/auto`, method: READ_PROPERTY, texts: [`${MANAGER}.Session`, 'LockedHint'] };
/** Screen savers by desktop. Only the desktop's own is asked: a question to another one could start it. */
const SAVERS: readonly (readonly [RegExp, string])[] = [
  [/gnome|unity|budgie/i, 'org.gnome.ScreenSaver'],
  [/cinnamon/i, 'org.cinnamon.ScreenSaver'],
  [/mate/i, 'org.mate.ScreenSaver'],
  [/xfce/i, 'org.xfce.ScreenSaver'],
];

/** Who may know on a Linux desktop: the login manager, which not every desktop tells, and the desktop's screen saver. */
function questionsOn(desktop: string): readonly BusCall[] {
  const name = SAVERS.find(([kind]) => kind.test(desktop))?.[1] ?? 'org.freedesktop.ScreenSaver';
  return [MANAGER_ASKED, { bus: 'session', to: name, path: `/${name.replaceAll('.', '/')}`, method: `${name}.GetActive` }];
}

function createEventLock(power: LockEvents): ScreenLock {
  let locked = false;
  const lock = (): void => void (locked = true);
  const unlock = (): void => void (locked = false);
  power.on('lock-screen', lock);
  power.on('unlock-screen', unlock);
  return {
    isLocked: () => locked,
    look: () => Promise.resolve(locked),
    tells: () => Promise.resolve(true),
    dispose() {
      power.removeListener('lock-screen', lock);
      power.removeListener('unlock-screen', unlock);
    },
  };
}

/** One that answers "no" may only not know, so any "yes" counts. */
function createAskedLock(questions: readonly BusCall[], ask: AskBus, clock: Clock): ScreenLock {
  const answer = createFreshAnswer<{ readonly locked: boolean; readonly tells: boolean }>(
    async () => {
      const answers = await Promise.all(questions.map(ask));
      return { locked: answers.some((text) => text !== null && /\btrue\b/.test(text)), tells: answers.some((text) => text !== null) };
    },
    { locked: false, tells: false },
    FRESH_MS,
    clock,
  );
  return {
    isLocked: () => answer.now().locked,
    look: async () => (await answer.look()).locked,
    tells: async () => (await answer.look()).tells,
    dispose: () => undefined,
  };
}

/** Watches the lock: by the system's events where it has them, else by asking the session's own services when somebody wants to know. */
export function createScreenLock({ platform, desktop, power, ask, clock }: ScreenLockNeeds): ScreenLock {
  return platform === 'linux' ? createAskedLock(questionsOn(desktop), ask, clock) : createEventLock(power);
}
