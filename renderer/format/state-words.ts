import type { TFunction } from 'i18next';
import type { Status } from '../../contract/status.ts';
import type { Formats } from './formats.ts';

/** How the engine's state is told: a tone for its sign, its words, and how far the local copy is complete. */
export interface StateWords {
  readonly tone: 'good' | 'info' | 'warn' | 'bad' | 'neutral';
  readonly text: string;
  /** What is being read and how far; empty when nothing is. */
  readonly progress: string;
  /** How long that will take, roughly; empty when nobody can tell. */
  readonly left: string;
  readonly complete: string;
}

/** The colour of each tone's sign, which stands beside the words. */
export const TONE_INK: Record<StateWords['tone'], string> = { good: 'text-good', info: 'text-info', warn: 'text-warn', bad: 'text-bad', neutral: 'text-ink-3' };

/** Puts the engine's state into words; `now` decides whether a time needs its day. */
export function stateWords(t: TFunction, formats: Formats, status: Status, now: number): StateWords {
  return {
    ...stateOf(t, formats, status, now),
    progress: progressOf(t, status),
    left: leftOf(t, formats, status),
    complete: status.completeUpTo === null ? t('screens.status.notComplete') : t('screens.status.completeUpTo', { time: formats.moment(status.completeUpTo, now) }),
  };
}

/** That notifications are paused, and until when; `until` as in contract/settings.ts, `notificationsPausedUntil`. */
export function pausedWords(t: TFunction, formats: Formats, until: number, now: number): string {
  return until === -1 ? t('screens.status.pausedOpen') : t('screens.status.pausedUntil', { time: formats.moment(until, now) });
}

function stateOf(t: TFunction, formats: Formats, status: Status, now: number): Pick<StateWords, 'tone' | 'text'> {
  switch (status.state) {
    case 'live':
      return { tone: 'good', text: t('screens.status.state.live') };
    case 'catchingUp':
      return { tone: 'info', text: t('screens.status.state.catchingUp') };
    case 'blocked':
      return { tone: 'bad', text: status.blockedUntil === null ? t('screens.status.state.blockedUnknown') : t('screens.status.state.blocked', { time: formats.moment(status.blockedUntil, now) }) };
    case 'offline':
      return { tone: 'warn', text: t('screens.status.state.offline') };
    case 'signedOut':
      return { tone: 'neutral', text: t('screens.status.state.signedOut') };
    case 'needsTokens':
      return { tone: 'bad', text: t('screens.status.state.needsTokens') };
  }
}

function leftOf(t: TFunction, formats: Formats, { progress, state }: Status): string {
  if (!progress || progress.leftMs === null || state !== 'catchingUp') return '';
  return t('screens.status.left', { span: formats.span(progress.leftMs) });
}

function progressOf(t: TFunction, { progress, state }: Status): string {
  if (progress === null || state !== 'catchingUp') return '';
  const { done, total, entity } = progress;
  return total === null ? t(`screens.status.progressOpen.${entity}`, { count: done }) : t(`screens.status.progress.${entity}`, { count: Math.max(done, total), done });
}
