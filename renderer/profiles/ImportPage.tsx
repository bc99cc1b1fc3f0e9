import { ArrowLeft, FileUp } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { appErrorOf } from '../bridge/client.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { DiscardDialog } from './DiscardDialog.tsx';
import { FindingTable } from './FindingTable.tsx';
import { ImportSummary } from './ImportSummary.tsx';
import { ProfileSave, type Saved } from './ProfileSave.tsx';
import { ProfileTest } from './ProfileTest.tsx';
import { SavedProfile } from './SavedProfile.tsx';
import { useChooseFile, useCorrect, useEndImport, useImport, type Import } from './useProfiles.ts';

/** What the page needs. */
export interface ImportPageProps {
  readonly notices: ReactNode;
  /** The page is done with. `address` is the API address that belongs to the profile, when one was saved and is known. */
  readonly onDone: (address: string | null) => void;
}

/** The import under way: what was found, correcting it, testing, saving, using. Esc leaves it, after asking when something would be lost. */
export function ImportPage({ notices, onDone }: ImportPageProps) {
  const current = useImport();
  const end = useEndImport();
  const [saved, setSaved] = useState<{ readonly as: Saved; readonly address: string | null } | null>(null);
  const address = useRef<string | null>(null);
  const keep = (as: Saved) => {
    setSaved({ as, address: address.current ?? current?.proposal.profile.baseUrl ?? null });
    end(true);
  };
  const leave = () => {
    end(false);
    onDone(null);
  };
  return (
    <div className="flex h-full flex-col bg-surface">
      {notices}
      <main className="min-h-0 flex-1 overflow-y-auto [scrollbar-gutter:stable]">
        <div className="mx-auto flex max-w-[60rem] flex-col gap-7 px-8 py-8">
          {saved ? <SavedProfile saved={saved.as} onDone={(used) => onDone(used ? saved.address : null)} />
            : current ? <OpenImport current={current} onLeave={leave} onAddress={(tried) => { address.current = tried; }} onSaved={keep} />
              : <NoImport onDone={() => onDone(null)} />}
        </div>
      </main>
    </div>
  );
}

function OpenImport({ current: { proposal, corrected }, onLeave, onAddress, onSaved }: { current: Import; onLeave: () => void; onAddress: (address: string) => void; onSaved: (saved: Saved) => void }) {
  const { t } = useTranslation();
  const choose = useChooseFile();
  const correct = useCorrect();
  const errorWords = useErrorWords();
  const [asking, setAsking] = useState<'leave' | 'another' | null>(null);
  const typed = useRef(false);
  const { source } = proposal;
  const chooseAnother = () => choose.mutate(undefined, { onSuccess: (begun) => {
    if (begun) typed.current = false;
  } });
  const goOn = (to: 'leave' | 'another') => {
    setAsking(null);
    if (to === 'leave') onLeave();
    else chooseAnother();
  };
  const askFirst = (to: 'leave' | 'another') => {
    if (corrected || typed.current) setAsking(to);
    else goOn(to);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      askFirst('leave');
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
  const failed = choose.isError ? choose.error : null;
  const refused = correct.isError ? errorWords(appErrorOf(correct.error)) : null;
  return (
    <div className="flex flex-col gap-7" onInput={() => { typed.current = true; }}>
      <header className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="flex min-w-0 flex-1 basis-80 flex-col gap-1">
          <h1 tabIndex={-1} data-focus-home className="text-xl font-semibold outline-none">{t('screens.profiles.page.title')}</h1>
          <p className="max-w-[40rem] text-pretty text-ink-2">{t('screens.profiles.page.lead')}</p>
          <dl className="mt-1 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-0.5">
            <dt className="text-ink-3">{t('screens.profiles.page.file')}</dt>
            <dd className="min-w-0 wrap-anywhere select-text">{source.fileName} <span className="text-ink-3">{t(`screens.profiles.page.kinds.${source.kind}`)}</span></dd>
            <dt className="text-ink-3">{t('screens.profiles.page.document')}</dt>
            <dd className="min-w-0 wrap-anywhere select-text">{source.title || t('screens.app.none')}</dd>
          </dl>
          {failed ? <ErrorNote reveal words={errorWords(appErrorOf(failed))} /> : null}
        </div>
        <div className="flex flex-wrap gap-2">
          <Button blocked={choose.isPending} onClick={() => askFirst('another')}><FileUp className="size-4" aria-hidden />{choose.isPending ? t('screens.profiles.group.reading') : t('screens.profiles.page.another')}</Button>
          <Button look="ghost" onClick={() => askFirst('leave')}><ArrowLeft className="size-4" aria-hidden />{t('screens.profiles.page.cancel')}</Button>
        </div>
      </header>
      <ImportSummary proposal={proposal} />
      {refused ? <Callout role="alert" tone="bad" what={refused.what} next={refused.next} /> : null}
      <FindingTable key={`${source.fileName} ${source.title}`} proposal={proposal} busy={correct.isPending} onCorrect={(change) => correct.mutate(change)} />
      <ProfileTest proposal={proposal} onAddress={onAddress} />
      <ProfileSave key={source.title} proposedName={(source.title || source.fileName.replace(/\.json$/i, '')).slice(0, 120)} onSaved={onSaved} />
      {asking ? <DiscardDialog onKeep={() => setAsking(null)} onDiscard={() => goOn(asking)} /> : null}
    </div>
  );
}

/** The import ended elsewhere: in another window, or because the app was started anew. */
function NoImport({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const words = errorWords({ code: 'profileUnknown' });
  return <Callout tone="warn" what={words.what} next={words.next} actions={<Button onClick={onDone}>{t('screens.app.close')}</Button>} />;
}
