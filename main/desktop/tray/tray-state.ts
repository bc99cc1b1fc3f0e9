import type { QueueEntity } from '../../../contract/entity.ts';
import type { ToastContentLevel } from '../../../contract/rules.ts';
import type { EngineState, Status } from '../../../contract/status.ts';
import type { Translate } from '../../i18n.ts';
import { isPausedAt, PAUSES } from '../../../contract/pause.ts';
import type { Pause } from '../../../contract/pause.ts';
import { itemCounts } from '../item-counts.ts';
import { queueEntries } from './queue-entries.ts';
import type { QueueCount, TrayNews } from './tray-news.ts';

/** How the icon looks, apart from the count. */
export type TrayMood = 'normal' | 'working' | 'paused' | 'attention' | 'blocked' | 'off';
/** What a menu entry does. */
export type TrayAction = 'open' | 'lookup' | 'syncNow' | 'settings' | Pause | 'resume' | 'quit';

/** An entry of the tray's menu. */
export type TrayEntry =
  | { readonly kind: 'action'; readonly action: TrayAction; readonly label: string; readonly enabled: boolean }
  | { readonly kind: 'queue'; readonly entity: QueueEntity; readonly scope: QueueCount['scope']; readonly label: string }
  | { readonly kind: 'item'; readonly entity: QueueEntity; readonly id: string; readonly label: string }
  | { readonly kind: 'text'; readonly label: string }
  | { readonly kind: 'submenu'; readonly label: string; readonly entries: readonly TrayEntry[] }
  | { readonly kind: 'line' };

/** Everything the tray shows. */
export interface TrayModel {
  readonly count: number;
  readonly mood: TrayMood;
  readonly tooltip: string;
  readonly menu: readonly TrayEntry[];
}

/** What the tray shows is made of. `pausedUntil` as in contract/settings.ts; `now` is epoch ms. */
export interface TrayFacts {
  readonly status: Pick<Status, 'state' | 'unread' | 'blockedUntil'> & Partial<Pick<Status, 'sessionGoodUntil' | 'secureStorage'>>;
  /** What is in the queues; null or left out while nothing of it may be shown. */
  readonly news?: TrayNews | null;
  /** How much may be said of an item; everything when left out. */
  readonly content?: ToastContentLevel;
  readonly pausedUntil: number;
  readonly now: number;
  /** A region of contract/locales/languages.ts. */
  readonly language: string;
}

const MOODS: Readonly<Record<EngineState, TrayMood>> = { live: 'normal', catchingUp: 'working', offline: 'off', signedOut: 'off', needsTokens: 'attention', blocked: 'blocked' };

function clockTime(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** The time, with its day when that is another one. */
function dayTime(at: number, now: number, language: string): string {
  const day = new Intl.DateTimeFormat(language, { weekday: 'short' });
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'short' });
  return date.format(at) === date.format(now) ? clockTime(at, language) : `${day.format(at)} ${clockTime(at, language)}`;
}

/** In its last day the end of the session is more than a line in a menu, in milliseconds. */
const ENDS_SOON_MS = 24 * 60 * 60_000;

/** When the session ends, if that is within a day and nothing worse is the matter. */
function endsSoon({ status, now }: TrayFacts): number | null {
  const end = status.sessionGoodUntil ?? null;
  const signedIn = status.state === 'live' || status.state === 'catchingUp' || status.state === 'offline';
  return signedIn && end !== null && end > now && end - now <= ENDS_SOON_MS ? end : null;
}

/** The keyring does not open, so nothing kept can be read: nothing else can be right before it does. */
function isLocked({ status }: TrayFacts): boolean {
  return status.secureStorage?.state === 'locked' && status.state === 'signedOut';
}

function moodOf(facts: TrayFacts): TrayMood {
  const mood = MOODS[facts.status.state];
  if (isLocked(facts) || endsSoon(facts) !== null) return 'attention';
  const calm = mood === 'normal' || mood === 'working';
  return calm && isPausedAt(facts.pausedUntil, facts.now) ? 'paused' : mood;
}

/** When the words of a block change next, in milliseconds: with each minute that passes; null when none counts down. */
export function nextBlockWords({ status, now }: Pick<TrayFacts, 'status' | 'now'>): number | null {
  if (status.state !== 'blocked' || status.blockedUntil === null || status.blockedUntil <= now) return null;
  return ((status.blockedUntil - now - 1) % 60_000) + 1;
}

function stateText(facts: TrayFacts, t: Translate): string {
  const words = engineText(facts, t);
  return moodOf(facts) === 'paused' ? t('shell.tray.state.paused', { state: words }) : words;
}

function engineText(facts: TrayFacts, t: Translate): string {
  const { status, now, language } = facts;
  if (isLocked(facts)) return t('shell.tray.state.keyringLocked');
  if (status.state === 'blocked' && status.blockedUntil !== null && status.blockedUntil > now) {
    return t('shell.tray.state.blockedFor', { time: clockTime(status.blockedUntil, language), count: Math.ceil((status.blockedUntil - now) / 60_000) });
  }
  const words = t(`shell.tray.state.${status.state}`, { time: status.blockedUntil === null ? '…' : clockTime(status.blockedUntil, language) });
  const end = endsSoon(facts);
  return end === null ? words : t('shell.tray.state.ending', { state: words, time: dayTime(end, facts.now, language) });
}

function pauseEntries({ pausedUntil, now, language }: TrayFacts, t: Translate): TrayEntry[] {
  const action = (name: TrayAction): TrayEntry => ({ kind: 'action', action: name, label: t(`shell.tray.${name}`), enabled: true });
  if (!isPausedAt(pausedUntil, now)) return [{ kind: 'submenu', label: t('shell.tray.pause'), entries: PAUSES.map(action) }];
  const label = pausedUntil === -1 ? t('shell.tray.pausedOpen') : t('shell.tray.paused', { time: clockTime(pausedUntil, language) });
  return [{ kind: 'text', label }, action('resume')];
}

function tooltip({ ticket, task }: Status['unread'], state: string, t: Translate): string {
  const count = ticket + task;
  return count > 0 ? t('shell.tray.tooltipUnread', { count, items: itemCounts({ ticket, task }, t), state }) : t('shell.tray.tooltip', { state });
}

/**
 * What the tray shows. Every action is in the menu, because a click on the icon itself does not arrive on every desktop,
 * and the state stands there in words, because the picture is not redrawn at once everywhere.
 */
export function trayModel(facts: TrayFacts, t: Translate): TrayModel {
  const { state, unread } = facts.status;
  const count = unread.ticket + unread.task;
  const words = stateText(facts, t);
  const entry = (action: TrayAction, enabled = true): TrayEntry => ({ kind: 'action', action, label: t(`shell.tray.${action}`), enabled });
  return {
    count,
    mood: moodOf(facts),
    tooltip: tooltip(unread, words, t),
    menu: [
      entry('open'),
      entry('lookup'),
      { kind: 'line' },
      // What was read last may still be there for a moment after signing out.
      ...queueEntries(state === 'signedOut' ? null : (facts.news ?? null), facts.content ?? 'full', t),
      { kind: 'text', label: tooltip(unread, words, t) },
      entry('syncNow', state === 'live' || state === 'catchingUp' || state === 'offline'),
      ...pauseEntries(facts, t),
      { kind: 'line' },
      entry('settings'),
      entry('quit'),
    ],
  };
}
