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
  const host = String(error.params?.['host'] ?? '');
  return { what: sentence(t(`errors.${error.code}.what`, values), host), next: sentence(t(`errors.${error.code}.next`, values), host) };
}

function isRefusal(reason: unknown): reason is Refusal {
  return (REFUSALS as readonly unknown[]).includes(reason);
}

/** A general word may have come first. A host's name stays as it is. */
function sentence(text: string, host: string): string {
  return host !== '' && text.startsWith(host) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}
