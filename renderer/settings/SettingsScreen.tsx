import { useTranslation } from 'react-i18next';
import { AboutGroup } from './AboutGroup.tsx';
import { ConnectionGroup } from './ConnectionGroup.tsx';
import { DataGroup } from './DataGroup.tsx';
import { Group } from './Group.tsx';
import { HotkeyGroup } from './HotkeyGroup.tsx';
import { IdentityForm } from './IdentityForm.tsx';
import { LookGroup } from './LookGroup.tsx';
import { NotificationGroup } from './NotificationGroup.tsx';
import { ProfileGroup } from './ProfileGroup.tsx';
import { ProxyGroup } from './ProxyGroup.tsx';
import { QuietGroup } from './QuietGroup.tsx';
import { RulesGroup } from './RulesGroup.tsx';
import { SectionNav } from './SectionNav.tsx';
import type { SettingsSection } from './sections.ts';
import { StartGroup } from './StartGroup.tsx';
import { useSectionJump } from './useSectionJump.ts';
import { WebhookGroup } from './WebhookGroup.tsx';

/** Where the settings lead to. */
export interface SettingsWays {
  readonly onPasteTokens: () => void;
  readonly onImport: () => void;
  readonly onRules: () => void;
  readonly onLedger: () => void;
  readonly onDiagnostics: () => void;
}

/** All preferences on one page with a way through it; `section` is where to begin. Each takes effect as it is changed; there is nothing to save. */
export function SettingsScreen({ section = null, onPasteTokens, onImport, onRules, onLedger, onDiagnostics }: SettingsWays & { section?: SettingsSection | null }) {
  const { t } = useTranslation();
  const { page, current, go } = useSectionJump(section);
  return (
    <div className="flex h-full flex-col pair:flex-row">
      <SectionNav current={current} onGo={go} />
      <div ref={page} className="relative min-h-0 min-w-0 flex-1 overflow-y-auto scroll-pt-4">
        <div className="mx-auto max-w-[44rem] px-6 py-6 pair:px-8">
          <h1 tabIndex={-1} data-focus-home className="pb-5 text-xl font-semibold outline-none">{t('screens.settings.title')}</h1>
          <Group section="identity"><IdentityForm /></Group>
          <ConnectionGroup onPasteTokens={onPasteTokens} />
          <NotificationGroup onLedger={onLedger} />
          <RulesGroup onRules={onRules} />
          <QuietGroup onRules={onRules} />
          <HotkeyGroup />
          <LookGroup />
          <StartGroup />
          <DataGroup />
          <ProxyGroup />
          <WebhookGroup />
          <ProfileGroup onImport={onImport} />
          <AboutGroup onDiagnostics={onDiagnostics} />
        </div>
      </div>
    </div>
  );
}
