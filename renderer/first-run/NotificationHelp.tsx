import { useTranslation } from 'react-i18next';
import type { DesktopFacts } from '../../contract/desktop-facts.ts';

const POINTS = ['one', 'two', 'three'] as const;

/** What keeps notifications from being seen on a system, most likely first. Folded away until it is needed. */
export function NotificationHelp({ kind, open }: { kind: DesktopFacts['kind']; open: boolean }) {
  const { t } = useTranslation();
  return (
    <details key={String(open)} open={open} className="rounded-lg border border-line px-4 py-3">
      <summary className="rounded font-medium">{t('screens.setUp.notifications.help.title')}</summary>
      <ul className="mt-2 flex list-disc flex-col gap-1.5 pl-5 text-pretty text-ink-2 marker:text-ink-3">
        {POINTS.map((point) => <li key={point}>{t(`screens.setUp.notifications.help.${kind}.${point}`)}</li>)}
      </ul>
    </details>
  );
}
