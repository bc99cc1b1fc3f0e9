import { useTranslation } from 'react-i18next';
import { DEFAULTS } from './rule-parts.ts';

/** What decides where no rule fits. */
export function DefaultsList() {
  const { t } = useTranslation();
  return (
    <section aria-label={t('screens.rules.defaults.title')} className="flex flex-col gap-2">
      <h2 className="text-md font-semibold">{t('screens.rules.defaults.title')}</h2>
      <p className="text-ink-2">{t('screens.rules.defaults.lead')}</p>
      <ol aria-label={t('screens.rules.defaults.list')} className="divide-y divide-line rounded-lg border border-line">
        {DEFAULTS.map(({ name, action }) => (
          <li key={name} className="grid gap-x-6 px-3.5 py-2 pair:grid-cols-[minmax(0,1fr)_14rem]">
            <span className="text-pretty">{t(`screens.rules.defaults.default.${name}`)}</span>
            <span className="text-ink-3"><span aria-hidden>→ </span>{t(`screens.rules.defaults.action.${action}`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
