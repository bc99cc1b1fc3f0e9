import { RotateCw, TriangleAlert } from 'lucide-react';
import { Suspense, useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
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
  const { t } = useTranslation();
  const slow = useDelayed(start.isPending, 400);
  if (start.isSuccess) {
    return <Suspense><Themed clock={clock}>{children}</Themed></Suspense>;
  }
  if (start.isError) {
    const { what, next } = errorWords(t, createFormats('en'), appErrorOf(start.error));
    return (
      <EmptyState icon={TriangleAlert} title={what} text={next}>
        <Button onClick={() => void start.refetch()}><RotateCw className="size-4" aria-hidden />{t('screens.app.retry')}</Button>
      </EmptyState>
    );
  }
  return <p role="status" className="flex h-full items-center justify-center text-ink-3">{slow ? t('screens.app.starting') : ''}</p>;
}

function Themed({ clock, children }: { clock: () => number; children: ReactNode }) {
  const { theme, language } = useSettings();
  const { i18n } = useTranslation();
  useEffect(() => {
    const root = document.documentElement;
    if (theme === 'system') root.removeAttribute('data-theme');
    else root.dataset.theme = theme;
  }, [theme]);
  useEffect(() => {
    if (i18n.language !== language) void i18n.changeLanguage(language);
  }, [i18n, language]);
  return <FormatProvider language={language} clock={clock}>{children}</FormatProvider>;
}
