import { useTranslation } from 'react-i18next';

/** Where the tokens come from, as the API's documentation tells it ("Creating an Integration Entity"). */
export function WhereTokens() {
  const { t } = useTranslation();
  const path = t('screens.firstRun.where.path').split(' → ');
  return (
    <aside className="flex flex-col gap-2.5 rounded-xl bg-canvas p-5 text-pretty text-ink-2">
      <h2 className="font-semibold text-ink">{t('screens.firstRun.where.title')}</h2>
      <p>{t('screens.firstRun.where.who')}</p>
      <p className="flex flex-wrap items-center gap-x-1 gap-y-1.5 select-text">
        {path.map((place, index) => (
          <span key={place} className="inline-flex items-center gap-1">
            {index > 0 ? <span className="text-ink-3">{' → '}</span> : null}
            <span className="rounded border border-line bg-surface px-1.5 py-px font-medium text-ink">{place}</span>
          </span>
        ))}
      </p>
      <p>{t('screens.firstRun.where.steps')}</p>
      <p>{t('screens.firstRun.where.once')}</p>
    </aside>
  );
}
