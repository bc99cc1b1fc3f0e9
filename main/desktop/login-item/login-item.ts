import type { DesktopFacts } from '../../../contract/desktop-facts.ts';

/** Starting with the person's login. */
export interface LoginItem {
  /** What the system will do, asked anew each time; `unavailable` when it does not say. Never rejects. */
  state(): Promise<DesktopFacts['login']>;
  /** Rejects with EngineError `loginItemFailed` when the system refuses. */
  set(on: boolean): Promise<void>;
  /** After an update or a move of the app: corrects what the system would start, where it is switched on. Never rejects. */
  refresh(): Promise<void>;
}

/** What starts at login never shows a window by itself. */
export const LOGIN_ARGUMENTS: readonly string[] = ['--hidden'];
