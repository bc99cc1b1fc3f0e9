import { useTranslation } from 'react-i18next';
import { useSettings, useStatus } from '../../bridge/queries.ts';
import { ImportButton } from '../../profiles/ImportButton.tsx';
import { Button } from '../../ui/Button.tsx';
import { Callout } from '../../ui/Callout.tsx';
import { ConnectionForm } from '../ConnectionForm.tsx';
import { PermissionChecks } from '../PermissionChecks.tsx';
import { useConnection } from '../useConnection.ts';
import { WhereTokens } from '../WhereTokens.tsx';

/** Address and tokens; once connected, to what. */
export function ConnectStep({ signedIn, offeredAddress, onImport, onReplace }: { signedIn: boolean; offeredAddress: string | null; onImport: () => void; onReplace: () => void }) {
  return signedIn ? <Connected onReplace={onReplace} /> : <Connecting offeredAddress={offeredAddress} onImport={onImport} />;
}

function Connected({ onReplace }: { onReplace: () => void }) {
  const { t } = useTranslation();
  const { baseUrl } = useSettings();
  return (
    <div className="flex flex-col items-start gap-4">
      <Callout tone="good" what={t('screens.setUp.connect.connected', { host: hostOf(baseUrl) })} next={t('screens.setUp.connect.connectedNext')} />
      <Button onClick={onReplace}>{t('screens.setUp.connect.replace')}</Button>
    </div>
  );
}

function Connecting({ offeredAddress, onImport }: { offeredAddress: string | null; onImport: () => void }) {
  const { t } = useTranslation();
  const { secureStorage } = useStatus();
  const connection = useConnection();
  return (
    <div className="flex flex-col gap-6">
      {secureStorage.state === 'keyring' ? null : (
        <Callout tone="warn" what={t(`screens.firstRun.storage.${secureStorage.state}.what`)} next={t(`screens.firstRun.storage.${secureStorage.state}.next`)} />
      )}
      <div className="grid items-start gap-x-8 gap-y-6 wide:grid-cols-[minmax(0,1fr)_19rem]">
        <ConnectionForm connection={connection} offeredAddress={offeredAddress} goesOnAt="identity" begins={false} onDone={() => undefined} />
        <div className="flex min-w-0 flex-col gap-5">
          {connection.tested ? <PermissionChecks checks={connection.tested.checks} host={connection.tested.host} /> : null}
          <WhereTokens />
          <p className="text-pretty text-ink-2">{t('screens.setUp.connect.noTokens')}</p>
          <ImportButton quiet label={t('screens.profiles.link')} onImport={onImport} />
        </div>
      </div>
    </div>
  );
}

/** The host of an address; the address as it is where it cannot be read. */
function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}
