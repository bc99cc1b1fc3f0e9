import type { TFunction } from 'i18next';
import { REFUSALS, type Refusal } from '../../contract/profile/refusal.ts';
import type { AppError } from '../../contract/result.ts';
import type { Formats } from './formats.ts';

/** What happened and what to do next, ready to show. */
export interface ErrorWords {
  readonly what: string;
  readonly next: string;
}

/** Puts an error into words. A time (`until`, epoch ms) is written in the window's language; what the error does not say gets a general word. */
export function errorWords(t: TFunction, formats: Formats, error: AppError): ErrorWords {
  const { until, reason, ...rest } = error.params ?? {};
  const values = {
    host: t('screens.error.host'),
    status: t('screens.error.status'),
    hotkey: t('screens.error.hotkey'),
    megabytes: '8',
    reason: isRefusal(reason) ? t(`screens.error.refusal.${reason}`) : t('screens.error.reason'),
    missing: t('screens.error.missing'),
    ...rest,
    until: typeof until === 'number' ? formats.clock(until) : (until ?? t('screens.error.until')),
  };
  return { what: sentence(t(`errors.${error.code}.what`, values)), next: sentence(t(`errors.${error.code}.next`, values)) };
}

function isRefusal(reason: unknown): reason is Refusal {
  return (REFUSALS as readonly unknown[]).includes(reason);
}

/** A general word may have come first. A host name stays as it is. */
function sentence(text: string): string {
  const firstWord = text.split(' ', 1)[0] ?? '';
  return firstWord.includes('.') ? text : text.charAt(0).toUpperCase() + text.slice(1);
}
