import { useTranslation } from 'react-i18next';
import { Callout } from '../../ui/Callout.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { TrayPicture } from '../tray-pictures/TrayPicture.tsx';
import { useFreshFacts } from '../useFreshFacts.ts';

/** Where the icon is on this system, with a picture; what holds without one. */
export function TrayStep() {
  const { t } = useTranslation();
  const { facts } = useFreshFacts();
  if (!facts) return <Skeleton className="h-40 w-full" />;
  const { kind, tray } = facts;
  if (!tray) {
    return (
      <div role="status" className="flex flex-col gap-3">
        <Callout tone="info" what={t('screens.setUp.tray.missing.what')} next={kind === 'gnome' ? t('screens.setUp.tray.missing.gnome') : t('screens.setUp.tray.missing.other')} />
        <p className="text-pretty text-ink-2">{t('screens.setUp.tray.missing.without')}</p>
      </div>
    );
  }
  return (
    <div role="status" className="flex flex-col gap-4">
      <TrayPicture kind={kind} label={t('screens.setUp.tray.picture', { place: t(`screens.setUp.tray.${kind}.place`) })} />
      <p className="max-w-[40rem] text-pretty text-ink-2">{t(`screens.setUp.tray.${kind}.text`)}</p>
    </div>
  );
}
