import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStatus } from '../bridge/queries.ts';
import { ImportButton } from '../profiles/ImportButton.tsx';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { Mark } from '../ui/Mark.tsx';
import { ConnectionForm } from './ConnectionForm.tsx';
import { PermissionChecks } from './PermissionChecks.tsx';
import { useConnection } from './useConnection.ts';
import { WhereTokens } from './WhereTokens.tsx';

/** What the page needs. `mode`: the session ended, or the person wants to replace the tokens. `notices` stand above it; `onImport` leads to the import page. */
export interface TokensPageProps {
  readonly mode: 'renew' | 'replace';
  readonly notices: ReactNode;
  readonly onImport: () => void;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** One page to connect anew: three fields, and where to find what goes into them. */
export function TokensPage({ mode, notices, onImport, onBack, onDone }: TokensPageProps) {
  const { t } = useTranslation();
  const { secureStorage } = useStatus();
  const connection = useConnection();
  return (
    <div className="flex h-full flex-col bg-surface">
      {notices}
      <main className="min-h-0 flex-1 overflow-y-auto [scrollbar-gutter:stable]">
        <div className="mx-auto flex max-w-[60rem] flex-col gap-7 px-8 py-10">
          <header className="flex items-start gap-4">
            <Mark className="size-11 shrink-0" />
            <div className="flex min-w-0 flex-col gap-1">
              <h1 className="text-xl font-semibold">{t('screens.firstRun.renewTitle')}</h1>
              <p className="max-w-[40rem] text-md text-pretty text-ink-2">{mode === 'renew' ? t('screens.firstRun.renewLead') : t('screens.firstRun.replaceLead')}</p>
            </div>
            <span className="flex-1" />
            <Button look="ghost" onClick={onBack}><ArrowLeft className="size-4" aria-hidden />{t('screens.firstRun.back')}</Button>
          </header>
          {secureStorage.state === 'keyring' ? null : (
            <Callout tone="warn" what={t(`screens.firstRun.storage.${secureStorage.state}.what`)} next={t(`screens.firstRun.storage.${secureStorage.state}.next`)} />
          )}
          <div className="grid items-start gap-x-10 gap-y-7 pair:grid-cols-[minmax(0,1fr)_21rem]">
            <ConnectionForm connection={connection} offeredAddress={null} onDone={onDone} />
            <div className="flex min-w-0 flex-col gap-5">
              {connection.tested ? <PermissionChecks checks={connection.tested.checks} host={connection.tested.host} /> : null}
              <WhereTokens />
              <ImportButton quiet label={t('screens.profiles.link')} onImport={onImport} />
            </div>
          </div>
          <p className="text-sm text-ink-3">{t('screens.firstRun.unofficial')}</p>
        </div>
      </main>
    </div>
  );
}
