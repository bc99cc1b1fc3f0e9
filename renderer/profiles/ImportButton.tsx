import { FileUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { appErrorOf } from '../bridge/client.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { useChooseFile } from './useProfiles.ts';

/** Asks for a file and leads to the import page; an error is said below. `quiet` looks like a link. */
export function ImportButton({ label, quiet = false, onImport }: { label: string; quiet?: boolean; onImport: () => void }) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const choose = useChooseFile();
  const start = () => choose.mutate(undefined, { onSuccess: (begun) => {
    if (begun) onImport();
  } });
  const words = choose.isPending ? t('screens.profiles.group.reading') : label;
  return (
    <div className="flex min-w-0 flex-col items-start gap-1.5">
      {quiet
        ? <button type="button" aria-disabled={choose.isPending || undefined} onClick={choose.isPending ? undefined : start} className="rounded text-left text-sm text-pretty text-accent-ink underline underline-offset-2">{words}</button>
        : <Button blocked={choose.isPending} onClick={start}><FileUp className="size-4" aria-hidden />{words}</Button>}
      <span role="status" className="sr-only">{choose.isPending ? t('screens.profiles.group.reading') : ''}</span>
      {choose.isError ? <ErrorNote reveal words={errorWords(appErrorOf(choose.error))} /> : null}
    </div>
  );
}
