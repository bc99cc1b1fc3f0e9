import { useTranslation } from 'react-i18next';
import { AboutGroup } from './AboutGroup.tsx';
import { ConnectionGroup } from './ConnectionGroup.tsx';
import { GeneralGroup } from './GeneralGroup.tsx';
import { HotkeyGroup } from './HotkeyGroup.tsx';
import { NotificationGroup } from './NotificationGroup.tsx';
import { ProfileGroup } from './ProfileGroup.tsx';
import { SyncGroup } from './SyncGroup.tsx';
import { WebhookGroup } from './WebhookGroup.tsx';

/** All preferences on one page. Each takes effect as it is changed; there is nothing to save. */
export function SettingsScreen({ onPasteTokens, onImport }: { onPasteTokens: () => void; onImport: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto max-w-[48rem] px-8 py-6">
        <h1 tabIndex={-1} data-focus-home className="pb-4 outline-none text-xl font-semibold">{t('screens.settings.title')}</h1>
        <ConnectionGroup onPasteTokens={onPasteTokens} />
        <SyncGroup />
        <HotkeyGroup />
        <NotificationGroup />
        <GeneralGroup />
        <WebhookGroup />
        <ProfileGroup onImport={onImport} />
        <AboutGroup />
      </div>
    </div>
  );
}
