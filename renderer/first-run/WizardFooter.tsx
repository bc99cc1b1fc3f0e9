import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../format/useErrorWords.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import type { WizardState } from './useWizard.ts';

/** The way on and back, below every step. While the connection form is up, its own button is the way on. */
export function WizardFooter({ wizard: { place, signedIn, advance, back, leave, finish, error } }: { wizard: WizardState }) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const end = place === 'done';
  const ownWayOn = place === 'connect' && !signedIn;
  return (
    <footer className="flex shrink-0 flex-col gap-2 border-t border-line bg-surface px-4 py-2.5 pair:px-8">
      {error ? <ErrorNote reveal words={errorWords(error)} /> : null}
      <div className="flex flex-wrap items-center justify-end gap-2">
        {back ? <Button look="ghost" className="-ml-3" onClick={back}><ArrowLeft className="size-4" aria-hidden />{t('screens.setUp.back')}</Button> : null}
        <span className="min-w-0 flex-1" />
        {signedIn && !end ? <Button look="ghost" title={t('screens.setUp.leaveHint')} onClick={leave}>{t('screens.setUp.leave')}</Button> : null}
        {end || place === 'language' ? null : <Button onClick={() => advance('skipped')}>{t('screens.setUp.skip')}</Button>}
        {end
          ? <Button look="primary" onClick={finish}>{signedIn ? t('screens.setUp.done.open') : t('screens.setUp.done.connect')}</Button>
          : ownWayOn ? null : <Button look="primary" onClick={() => advance('done')}>{t('screens.setUp.next')}</Button>}
      </div>
    </footer>
  );
}
