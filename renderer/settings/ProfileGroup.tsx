import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../contract/profile/proposal.ts';
import { appErrorOf } from '../bridge/client.ts';
import { ImportButton } from '../profiles/ImportButton.tsx';
import { RemoveProfileDialog } from '../profiles/RemoveProfileDialog.tsx';
import { useOperationWords } from '../profiles/useOperationWords.ts';
import { useProfileErrorWords } from '../profiles/useProfileErrorWords.ts';
import { useExportProfile, useImport, useProfiles, useUseProfile } from '../profiles/useProfiles.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Group } from './Group.tsx';

/** The API profiles: which there are, which is in use, and where others come from. `onImport` leads to the import page. */
export function ProfileGroup({ onImport }: { onImport: () => void }) {
  const { t } = useTranslation();
  const profiles = useProfiles();
  const underWay = useImport();
  const use = useUseProfile();
  const exporting = useExportProfile();
  const errorWords = useProfileErrorWords();
  const [removing, setRemoving] = useState<ProfileEntry | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const failed = [use, exporting, profiles].find(({ isError }) => isError);
  const used = use.isSuccess ? use.data.find(({ active }) => active) : undefined;
  const said = used ? t('screens.profiles.group.used', { name: used.name }) : exporting.data?.saved ? t('screens.profiles.group.exported') : '';
  return (
    <Group section="profiles">
      <p className="text-sm text-pretty text-ink-3">{t('screens.profiles.group.help')}</p>
      <div ref={place} className="flex flex-col gap-3">
        {profiles.data
          ? (
            <ul aria-label={t('screens.profiles.group.list')} className="divide-y divide-line rounded-lg border border-line">
              {profiles.data.map((profile) => (
                <ProfileItem key={profile.id} profile={profile} using={use.isPending ? use.variables : null} onUse={() => { exporting.reset(); use.mutate(profile.id); }} onExport={() => { use.reset(); exporting.mutate(profile.id); }} onRemove={() => setRemoving(profile)} />
              ))}
            </ul>
          )
          : <Skeleton className="w-48" />}
        <p role="status" className="text-sm text-ink-2 empty:hidden">{said}</p>
        {failed ? <ErrorNote reveal words={errorWords(appErrorOf(failed.error))} /> : null}
      </div>
      <div className="flex flex-col gap-1">
        <div className="flex flex-wrap items-start gap-2">
          <ImportButton label={t('screens.profiles.group.import')} onImport={onImport} />
          {underWay ? <Button look="ghost" onClick={onImport}>{t('screens.profiles.group.resume', { file: underWay.proposal.source.fileName })}</Button> : null}
        </div>
        <p className="text-sm text-pretty text-ink-3">{t('screens.profiles.group.importHelp')}</p>
      </div>
      {removing ? (
        <RemoveProfileDialog
          profile={removing}
          onClose={() => {
            setRemoving(null);
            place.current?.querySelector('button')?.focus();
          }}
        />
      ) : null}
    </Group>
  );
}

function ProfileItem({ profile, using, onUse, onExport, onRemove }: { profile: ProfileEntry; using: string | null; onUse: () => void; onExport: () => void; onRemove: () => void }) {
  const { t } = useTranslation();
  const operationWords = useOperationWords();
  const { name, active, builtIn, missing } = profile;
  return (
    <li aria-label={name} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-3 py-2">
      <div className="min-w-0 flex-1 basis-52">
        <p className="flex min-w-0 items-center gap-2"><span className="min-w-0 truncate font-medium" title={name}>{name}</span>{active ? <Badge tone="good" className="shrink-0">{t('screens.profiles.group.inUse')}</Badge> : null}</p>
        <p className="text-sm text-ink-3">{t(builtIn ? 'screens.profiles.group.builtIn' : 'screens.profiles.group.imported')}</p>
        {missing.length > 0 ? <p className="text-sm text-pretty text-ink-2">{t('screens.profiles.group.lacks', { list: operationWords(missing) })}</p> : null}
      </div>
      <div className="flex flex-wrap gap-1.5">
        {active ? null : <Button size="small" aria-label={t('screens.profiles.group.useNamed', { name })} blocked={using !== null} onClick={onUse}>{using === profile.id ? t('screens.profiles.group.using') : t('screens.profiles.group.use')}</Button>}
        <Button size="small" aria-label={t('screens.profiles.group.exportNamed', { name })} onClick={onExport}>{t('screens.profiles.group.export')}</Button>
        {active || builtIn ? null : <Button size="small" look="danger" aria-label={t('screens.profiles.group.removeNamed', { name })} onClick={onRemove}>{t('screens.profiles.group.remove')}</Button>}
      </div>
    </li>
  );
}
