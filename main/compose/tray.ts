import { nativeTheme } from 'electron';
import { REGIONS } from '../../contract/locales/languages.ts';
import type { Clock } from '../../core/clock.ts';
import { isPausedAt, pausedUntil, PAUSES } from '../../contract/pause.ts';
import type { Pause } from '../../contract/pause.ts';
import { createTray } from '../desktop/tray/tray.ts';
import type { TrayChoice } from '../desktop/tray/tray.ts';
import type { TrayNewsKeeper } from '../desktop/tray/tray-news.ts';
import { nextBlockWords, trayModel } from '../desktop/tray/tray-state.ts';
import type { TrayAction } from '../desktop/tray/tray-state.ts';
import type { Translate } from '../i18n.ts';
import type { Preferences } from '../preferences/preferences.ts';
import type { StatusBoard } from '../status/status-board.ts';

/** What the tray needs. */
export interface TrayNeeds {
  readonly board: StatusBoard;
  readonly preferences: Preferences;
  /** What the queues hold; kept up to date elsewhere. */
  readonly news: TrayNewsKeeper;
  readonly t: Translate;
  readonly clock: Clock;
  /** The actions that lead out of the tray; pausing it does by itself. */
  readonly act: Readonly<Record<Exclude<TrayAction, Pause | 'resume'>, () => void>>;
  /** An entry of a queue or item was chosen. */
  readonly show: (choice: Exclude<TrayChoice, { kind: 'action' }>) => void;
}

function isPause(action: TrayAction): action is Pause {
  return (PAUSES as readonly string[]).includes(action);
}

/** Panels of Linux desktops are dark whatever the theme of windows; Windows tells the taskbar's own colour from Electron 36 on. */
function hasDarkPanel(): boolean {
  if (process.platform === 'linux') return true;
  return (nativeTheme as Partial<typeof nativeTheme>).shouldUseDarkColorsForSystemIntegratedUI ?? nativeTheme.shouldUseDarkColors;
}

/** Keeps the tray in step with status, settings and the system's theme. */
export function composeTray({ board, preferences, news, t, clock, act, show: showChosen }: TrayNeeds): () => void {
  let cancelPauseEnd: () => void = () => undefined;
  let cancelCountdown: () => void = () => undefined;

  const run = (action: TrayAction): void => {
    if (isPause(action)) preferences.update({ notificationsPausedUntil: pausedUntil(action, clock.now()) });
    else if (action === 'resume') preferences.update({ notificationsPausedUntil: 0 });
    else act[action]();
  };
  const choose = (choice: TrayChoice): void => (choice.kind === 'action' ? run(choice.action) : showChosen(choice));
  const tray = createTray(choose, () => act.open(), process.platform);
  const show = (): void => {
    const { notificationsPausedUntil: until, language, toastContent: content } = preferences.get();
    const now = clock.now();
    tray.show(trayModel({ status: board.now(), pausedUntil: until, now, language: REGIONS[language], news: news.now(), content }, t), hasDarkPanel());
    cancelPauseEnd();
    cancelCountdown();
    const next = nextBlockWords({ status: board.now(), now });
    if (next !== null) cancelCountdown = clock.after(next, show);
    if (until > 0 && isPausedAt(until, now)) cancelPauseEnd = clock.after(until - now + 1, show);
  };
  const stops = [board.onChange(show), preferences.onChange(show), news.onChange(show)];
  nativeTheme.on('updated', show);
  show();
  return () => {
    cancelPauseEnd();
    cancelCountdown();
    for (const stop of stops) stop();
    nativeTheme.removeListener('updated', show);
    tray.dispose();
  };
}
