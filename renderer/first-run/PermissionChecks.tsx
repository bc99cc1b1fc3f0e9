import { CircleAlert, CircleCheck, CircleSlash } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AppError, ErrorCode } from '../../contract/result.ts';
import type { PermissionCheck } from '../../contract/status.ts';
import { useErrorWords } from '../format/useErrorWords.ts';

const SIGNS = {
  ok: { icon: CircleCheck, ink: 'text-good' },
  missing: { icon: CircleSlash, ink: 'text-warn-ink' },
  failed: { icon: CircleAlert, ink: 'text-bad-ink' },
} as const;

/** Answers to every path that an address gives when it is not the API's. */
const NOT_THE_API: ReadonlySet<ErrorCode> = new Set(['notFound', 'notJson', 'wrongShape', 'tooLarge', 'redirected']);

/** What a token may read, entity by entity, with a sentence about all of it. */
export function PermissionChecks({ checks, host }: { checks: readonly PermissionCheck[]; host: string }) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const same = sameFailure(checks);
  const missing = checks.some(({ outcome }) => outcome === 'missing');
  return (
    <section role="status" aria-label={t('screens.checks.title')} className="overflow-hidden rounded-lg border border-line">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 border-b border-line bg-canvas px-3 py-2">
        <h2 className="font-semibold">{t('screens.checks.title')}</h2>
        <p className="min-w-0 text-sm break-words text-ink-3">{t('screens.checks.host', { host })}</p>
        <p className="w-full text-pretty text-ink-2">{t(`screens.checks.${verdictOf(checks)}`)}{missing ? ` ${t('screens.checks.missingNext')}` : ''}</p>
        {same ? <p className="w-full text-pretty text-bad-ink">{NOT_THE_API.has(same.code) ? t('screens.checks.askAddress') : Object.values(errorWords(same)).join(' ')}</p> : null}
        {checks.some(({ outcome }) => outcome === 'ok') ? <p className="w-full text-sm text-pretty text-ink-3">{t('screens.checks.refreshNote')}</p> : null}
      </div>
      <ul className="divide-y divide-line">{checks.map((check) => <Check key={check.entity} check={check} told={same !== null} />)}</ul>
    </section>
  );
}

function Check({ check, told }: { check: PermissionCheck; told: boolean }) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const { icon: Icon, ink } = SIGNS[check.outcome];
  const words = check.outcome === 'failed' && check.error && !told ? errorWords(check.error) : null;
  const said = check.outcome === 'ok' ? (check.total === null ? t('screens.checks.ok') : t('screens.checks.found', { count: check.total })) : t(`screens.checks.${check.outcome}`);
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] items-center gap-x-2 px-3 py-1.5">
      <Icon className={`size-4 ${ink}`} aria-hidden />
      <span className="min-w-0 truncate">{t(`screens.entity.${check.entity}`)}</span>
      <span className={`tabular-nums ${check.outcome === 'ok' ? 'text-ink-2' : `font-medium ${ink}`}`}>{said}</span>
      {words ? <p className="col-span-2 col-start-2 text-sm text-ink-2">{`${words.what} ${words.next}`}</p> : null}
    </li>
  );
}

/** The error with which every check failed; null when they did not all fail the same way. It is told once then. */
export function sameFailure(checks: readonly PermissionCheck[]): AppError | null {
  const error = checks[0]?.error ?? null;
  return checks.every((check) => check.outcome === 'failed' && check.error?.code === error?.code) ? error : null;
}

/** The sentence that sums the checks up. */
export function verdictOf(checks: readonly PermissionCheck[]): 'allOk' | 'someMissing' | 'someFailed' | 'noneOk' | 'noneTried' {
  if (checks.every(({ outcome }) => outcome === 'ok')) return 'allOk';
  if (!checks.some(({ outcome }) => outcome === 'ok')) return checks.some(({ outcome }) => outcome === 'failed') ? 'noneTried' : 'noneOk';
  return checks.some(({ outcome }) => outcome === 'missing') ? 'someMissing' : 'someFailed';
}
