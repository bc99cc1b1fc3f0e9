import { Languages } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../contract/locales/languages.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { Select } from '../profiles/Select.tsx';
import { useSetting } from '../settings/useSetting.ts';
import { ErrorNote } from '../ui/ErrorNote.tsx';

/** The language, before anything must be read. Each stands under its own name; what is typed below stays. */
export function LanguageChoice() {
  const { t } = useTranslation();
  const { settings, change, error } = useSetting();
  const errorWords = useErrorWords();
  const choose = (value: string) => {
    const chosen = LANGUAGES.find(({ code }) => code === value);
    if (chosen) change({ language: chosen.code });
  };
  return (
    <div className="-my-4 flex flex-col items-end gap-1">
      <label className="flex items-center gap-1.5 text-ink-2">
        <Languages className="size-4 shrink-0" aria-hidden />
        <span className="sr-only">{t('screens.settings.general.language')}</span>
        <Select className="w-auto border-transparent" value={settings.language} onChange={(event) => choose(event.target.value)}>
          {LANGUAGES.map(({ code, name }) => <option key={code} value={code} lang={code}>{name}</option>)}
        </Select>
      </label>
      {error ? <ErrorNote words={errorWords(error)} /> : null}
    </div>
  );
}
