import { useTranslation } from 'react-i18next';
import { appErrorOf } from '../bridge/client.ts';
import { useExportRules, useImportRules } from '../bridge/rules.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';

/** Rules from and to a file, with what came of it. */
export function RulesFile({ empty }: { empty: boolean }) {
  const { t } = useTranslation();
  const exporting = useExportRules();
  const importing = useImportRules();
  const errorWords = useErrorWords();
  const busy = exporting.isPending || importing.isPending;
  const failed = [exporting, importing].find(({ isError }) => isError);
  const added = importing.data?.added;
  const said = exporting.data?.saved ? t('screens.rules.exported') : added === undefined ? '' : added === 0 ? t('screens.rules.importedNone') : t('screens.rules.imported', { count: added });
  return (
    <>
      <Button look="ghost" blocked={busy} onClick={() => { exporting.reset(); importing.mutate(); }}>{t('screens.rules.import')}</Button>
      <Button look="ghost" blocked={busy || empty} onClick={() => { importing.reset(); exporting.mutate(); }}>{t('screens.rules.export')}</Button>
      <p role="status" className="text-ink-2 empty:hidden">{said}</p>
      {failed ? <div className="w-full"><ErrorNote reveal words={errorWords(appErrorOf(failed.error))} /></div> : null}
    </>
  );
}
