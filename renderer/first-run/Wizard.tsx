import { clsx } from 'clsx';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Marks, Place } from './places.ts';
import { Stepper } from './Stepper.tsx';
import { ConnectStep } from './steps/ConnectStep.tsx';
import { DoneStep } from './steps/DoneStep.tsx';
import { HotkeyStep } from './steps/HotkeyStep.tsx';
import { IdentityStep } from './steps/IdentityStep.tsx';
import { LanguageStep } from './steps/LanguageStep.tsx';
import { LoginStep } from './steps/LoginStep.tsx';
import { NotificationStep } from './steps/NotificationStep.tsx';
import { TrayStep } from './steps/TrayStep.tsx';
import { useStepWords } from './useStepWords.ts';
import { useWizard } from './useWizard.ts';
import { WizardFooter } from './WizardFooter.tsx';

/** What the set-up needs. `notices` stand above it; `offeredAddress` is filled in where none was typed; `onImport` leads to the import page, `onReplace` to the page for new tokens, `onDone` to the queue. */
export interface WizardProps {
  readonly notices: ReactNode;
  readonly offeredAddress: string | null;
  readonly onImport: () => void;
  readonly onReplace: () => void;
  readonly onDone: () => void;
}

/**
 * The first run, step by step, and the same again from the settings. Agents are known only from what was read, so the
 * connection comes before the question who one is. The focus begins each step at its heading, where Enter goes on.
 */
export function Wizard({ notices, offeredAddress, onImport, onReplace, onDone }: WizardProps) {
  const { t } = useTranslation();
  const wizard = useWizard(onDone);
  const { place, signedIn } = wizard;
  const { title, lead } = useStepWords(place, signedIn);
  const heading = useRef<HTMLHeadingElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    scroller.current?.scrollTo?.({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, [place]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.defaultPrevented || !(event.target instanceof HTMLElement) || !event.target.matches('[data-enter-goes-on], input[type="radio"]')) return;
    event.preventDefault();
    if (place === 'connect' && !signedIn) scroller.current?.querySelector('input')?.focus();
    else if (place === 'done') wizard.finish();
    else wizard.advance('done');
  };
  return (
    <div className="flex h-full flex-col bg-surface">
      {notices}
      <div className="flex min-h-0 flex-1 flex-col pair:flex-row">
        <Stepper place={place} marks={wizard.marks} signedIn={signedIn} onGo={wizard.go} />
        <main onKeyDown={onKeyDown} className="flex min-h-0 min-w-0 flex-1 flex-col">
          <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto [scrollbar-gutter:stable]">
            <div className={clsx('flex flex-col gap-6 px-4 py-5 pair:px-8 pair:py-8', place === 'connect' ? 'max-w-[60rem]' : 'max-w-[44rem]')}>
              <header className="flex flex-col gap-1">
                <h1 ref={heading} tabIndex={-1} data-focus-home data-enter-goes-on className="text-xl font-semibold text-balance outline-none">{title}</h1>
                {lead === null ? null : <p className="max-w-[40rem] text-md text-pretty text-ink-2">{lead}</p>}
              </header>
              {/* What was typed stays in its fields while other steps are up. */}
              <div hidden={place !== 'connect'}><ConnectStep signedIn={signedIn} offeredAddress={offeredAddress} onImport={onImport} onReplace={onReplace} /></div>
              <StepBody place={place} signedIn={signedIn} marks={wizard.marks} />
              {place === 'language' ? <p className="text-sm text-ink-3">{t('screens.firstRun.unofficial')}</p> : null}
            </div>
          </div>
          <WizardFooter wizard={wizard} />
        </main>
      </div>
    </div>
  );
}

function StepBody({ place, signedIn, marks }: { place: Place; signedIn: boolean; marks: Marks }) {
  switch (place) {
    case 'language':
      return <LanguageStep />;
    case 'connect':
      return null;
    case 'identity':
      return <IdentityStep />;
    case 'notifications':
      return <NotificationStep />;
    case 'tray':
      return <TrayStep />;
    case 'hotkey':
      return <HotkeyStep />;
    case 'login':
      return <LoginStep />;
    case 'done':
      return <DoneStep signedIn={signedIn} marks={marks} />;
  }
}
