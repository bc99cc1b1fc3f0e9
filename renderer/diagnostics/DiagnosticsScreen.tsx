import { ArrowLeft, RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { appErrorOf } from '../bridge/client.ts';
import { useDiagnostics, useExportDiagnostics } from '../bridge/diagnostics.ts';
import { useTestNotification } from '../bridge/mutations.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { CheckList } from './CheckList.tsx';
import { verdictOf } from './verdict.ts';

/** Self-tests of this installation, each with what to do; a test notification; and a file for whoever helps. */
export function DiagnosticsScreen({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation();
  const tests = useDiagnostics();
  const errorWords = useErrorWords();
  const checks = tests.data?.checks;
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-[48rem] flex-col gap-6 px-6 py-6 pair:px-8">
        <header className="flex flex-col gap-1">
          <div><Button look="ghost" size="small" className="-ml-2" onClick={onBack}><ArrowLeft className="size-4" aria-hidden />{t('screens.diagnostics.back')}</Button></div>
          <h1 tabIndex={-1} data-focus-home className="text-xl font-semibold outline-none">{t('screens.diagnostics.title')}</h1>
          <p className="text-pretty text-ink-2">{t('screens.diagnostics.lead')}</p>
        </header>
        <div className="flex flex-col gap-3">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Button blocked={tests.isFetching} onClick={() => void tests.refetch()}><RotateCw className="size-4" aria-hidden />{t('screens.diagnostics.again')}</Button>
            <p role="status" className="min-w-0 flex-1 text-pretty text-ink-2">{tests.isFetching ? t('screens.diagnostics.running') : checks ? t(`screens.diagnostics.verdict.${verdictOf(checks)}`) : ''}</p>
          </div>
          {tests.isError ? <ErrorNote reveal words={errorWords(appErrorOf(tests.error))} /> : null}
          {checks ? <CheckList checks={checks} /> : null}
        </div>
        <TestNotification onTested={() => void tests.refetch()} />
        <ExportPart />
      </div>
    </div>
  );
}

function TestNotification({ onTested }: { onTested: () => void }) {
  const { t } = useTranslation();
  const test = useTestNotification();
  const errorWords = useErrorWords();
  const via = t(test.data?.via === 'node-notifier' ? 'screens.settings.notifications.via.helper' : 'screens.settings.notifications.via.system');
  return (
    <section aria-label={t('screens.diagnostics.test.title')} className="flex flex-col items-start gap-2">
      <h2 className="text-md font-semibold">{t('screens.diagnostics.test.title')}</h2>
      <p className="text-pretty text-ink-2">{t('screens.diagnostics.test.text')}</p>
      <Button blocked={test.isPending} onClick={() => test.mutate(undefined, { onSettled: onTested })}>{t('screens.settings.notifications.test')}</Button>
      {test.data ? <Callout role="status" tone={test.data.shown ? 'good' : 'warn'} what={test.data.shown ? t('screens.settings.notifications.testShown', { via }) : t('screens.settings.notifications.testNotShown', { via })} /> : null}
      {test.isError ? <ErrorNote reveal words={errorWords(appErrorOf(test.error))} /> : null}
    </section>
  );
}

function ExportPart() {
  const { t } = useTranslation();
  const exporting = useExportDiagnostics();
  const errorWords = useErrorWords();
  return (
    <section aria-label={t('screens.diagnostics.export.title')} className="flex flex-col items-start gap-2">
      <h2 className="text-md font-semibold">{t('screens.diagnostics.export.title')}</h2>
      <p className="text-pretty text-ink-2">{t('screens.diagnostics.export.text')}</p>
      <p className="text-pretty text-ink-2">{t('screens.diagnostics.export.without')}</p>
      <Button blocked={exporting.isPending} onClick={() => exporting.mutate()}>{t('screens.diagnostics.export.action')}</Button>
      <p role="status" className="text-ink-2 empty:hidden">{exporting.data?.saved ? t('screens.diagnostics.export.saved') : ''}</p>
      {exporting.isError ? <ErrorNote reveal words={errorWords(appErrorOf(exporting.error))} /> : null}
    </section>
  );
}
