import { CircleAlert, CircleCheck, CircleSlash } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PermissionCheck } from '../../contract/status.ts';
import { useErrorWords } from '../format/useErrorWords.ts';

const SIGNS = {
  ok: { icon: CircleCheck, ink: 'text-good' },
  missing: { icon: CircleSlash, ink: 'text-warn-ink' },
  failed: { icon: CircleAlert, ink: 'text-bad-ink' },
} as const;

/** What a token may read, entity by entity, with a sentence about all of it. */
export function PermissionChecks({ checks, host }: { checks: readonly PermissionCheck[]; host: string }) {
  const { t } = useTranslation();
  const missing = checks.some(({ outcome }) => outcome === 'missing');
  return (
    <section role="status" aria-label={t('screens.checks.title')} className="overflow-hidden rounded-lg border border-line">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 border-b border-line bg-canvas px-3 py-2">
        <h2 className="font-semibold">{t('screens.checks.title')}</h2>
        <p className="min-w-0 text-sm break-words text-ink-3">{t('screens.checks.host', { host })}</p>
        <p className="w-full text-pretty text-ink-2">{t(`screens.checks.${verdictOf(checks)}`)}{missing ? ` ${t('screens.checks.missingNext')}` : ''}</p>
      </div>
      <ul className="divide-y divide-line">{checks.map((check) => <Check key={check.entity} check={check} />)}</ul>
    </section>
  );
}

function Check({ check }: { check: PermissionCheck }) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const { icon: Icon, ink } = SIGNS[check.outcome];
  const words = check.outcome === 'failed' && check.error ? errorWords(check.error) : null;
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

/** The sentence that sums the checks up. */
export function verdictOf(checks: readonly PermissionCheck[]): 'allOk' | 'someMissing' | 'someFailed' | 'noneOk' | 'noneTried' {
  if (checks.every(({ outcome }) => outcome === 'ok')) return 'allOk';
  if (!checks.some(({ outcome }) => outcome === 'ok')) return checks.some(({ outcome }) => outcome === 'failed') ? 'noneTried' : 'noneOk';
  return checks.some(({ outcome }) => outcome === 'missing') ? 'someMissing' : 'someFailed';
}
