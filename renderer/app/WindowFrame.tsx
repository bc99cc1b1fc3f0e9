import { RotateCw, TriangleAlert } from 'lucide-react';
import { Suspense, useEffect, useLayoutEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languageFor } from '../../contract/locales/languages.ts';
import { appErrorOf } from '../bridge/client.ts';
import { useSettings, useStart } from '../bridge/queries.ts';
import { errorWords } from '../format/error-words.ts';
import { FormatProvider } from '../format/FormatProvider.tsx';
import { createFormats } from '../format/formats.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useDelayed } from '../ui/useDelayed.ts';

/** Asks for what the first frame needs, then applies theme and language to the window and shows its content. */
export function WindowFrame({ clock, children }: { clock: () => number; children: ReactNode }) {
  const start = useStart();
  const { t, i18n } = useTranslation();
  const slow = useDelayed(start.isPending, 400);
  if (start.isSuccess) {
    return <Suspense><Themed clock={clock}>{children}</Themed></Suspense>;
  }
  if (start.isError) {
    const { what, next } = errorWords(t, createFormats(languageFor([i18n.language])), appErrorOf(start.error));
    return (
      <EmptyState icon={TriangleAlert} title={what} text={next}>
        <Button onClick={() => void start.refetch()}><RotateCw className="size-4" aria-hidden />{t('screens.app.retry')}</Button>
      </EmptyState>
    );
  }
  return <p role="status" className="flex h-full items-center justify-center text-ink-3">{slow ? t('screens.app.starting') : ''}</p>;
}

function Themed({ clock, children }: { clock: () => number; children: ReactNode }) {
  const { theme, language, contrast } = useSettings();
  const { i18n } = useTranslation();
  useEffect(() => {
    const root = document.documentElement;
    if (theme === 'system') root.removeAttribute('data-theme');
    else root.dataset.theme = theme;
  }, [theme]);
  useEffect(() => {
    const root = document.documentElement;
    if (contrast === 'more') root.dataset.contrast = contrast;
    else root.removeAttribute('data-contrast');
  }, [contrast]);
  // Before anything is painted: nobody sees a frame in another language, or hears one read out as if it were.
  useLayoutEffect(() => {
    if (i18n.language !== language) void i18n.changeLanguage(language);
    document.documentElement.lang = language;
  }, [i18n, language]);
  return <FormatProvider language={language} clock={clock}>{children}</FormatProvider>;
}
