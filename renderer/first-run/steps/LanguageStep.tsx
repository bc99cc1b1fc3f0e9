import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../../contract/locales/languages.ts';
import { useErrorWords } from '../../format/useErrorWords.ts';
import { useSetting } from '../../settings/useSetting.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';

/** The language, before anything must be read: each under its own name, and taken at once. */
export function LanguageStep() {
  const { t } = useTranslation();
  const { settings, change, error } = useSetting();
  const errorWords = useErrorWords();
  return (
    <div className="flex flex-col gap-3">
      <fieldset className="grid gap-2 pair:grid-cols-3">
        <legend className="sr-only">{t('screens.setUp.language.title')}</legend>
        {LANGUAGES.map(({ code, name }) => (
          <label key={code} className="flex min-h-12 items-center gap-3 rounded-lg border border-control-line bg-surface px-4 py-2 hover:bg-hover has-checked:border-accent-ink has-checked:bg-selected has-checked:font-medium has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-ink">
            <input type="radio" name="language" value={code} checked={settings.language === code} onChange={() => change({ language: code })} className="size-4 shrink-0 accent-accent outline-0" />
            <span lang={code} className="min-w-0 wrap-anywhere">{name}</span>
          </label>
        ))}
      </fieldset>
      {error ? <ErrorNote reveal words={errorWords(error)} /> : null}
      <p className="text-sm text-ink-3">{t('screens.setUp.language.note')}</p>
    </div>
  );
}
