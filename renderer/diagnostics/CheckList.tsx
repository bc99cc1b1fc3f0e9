import { CircleAlert, CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Diagnostic } from '../../contract/diagnostics.ts';
import { useStarted } from '../bridge/queries.ts';
import { acceleratorText } from '../format/accelerator.ts';
import { checkWords } from './check-words.ts';

const SIGNS = {
  good: { icon: CircleCheck, ink: 'text-good' },
  warn: { icon: TriangleAlert, ink: 'text-warn-ink' },
  bad: { icon: CircleAlert, ink: 'text-bad-ink' },
  unknown: { icon: CircleHelp, ink: 'text-ink-3' },
} as const;

/** Each self-test with its sign, what it found, and what to do. */
export function CheckList({ checks }: { checks: readonly Diagnostic[] }) {
  const { t } = useTranslation();
  const { platform } = useStarted();
  /** Accelerators are written for Electron, and ways of a notification for us; people read both another way. */
  const readable = (each: Diagnostic): Diagnostic => {
    const { hotkey, via } = each.params;
    const params = { ...each.params };
    if (typeof hotkey === 'string') params.hotkey = acceleratorText(hotkey, platform);
    if (via !== undefined) params.via = t(via === 'node-notifier' ? 'screens.settings.notifications.via.helper' : 'screens.settings.notifications.via.system');
    return { ...each, params };
  };
  return (
    <ul aria-label={t('screens.diagnostics.list')} className="divide-y divide-line rounded-lg border border-line">
      {checks.map((each) => {
        const { icon: Icon, ink } = SIGNS[each.outcome];
        return (
          <li key={each.check} className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 gap-y-0.5 px-3.5 py-2.5 pair:grid-cols-[1.25rem_11rem_minmax(0,1fr)]">
            <Icon className={`mt-0.5 size-4 ${ink}`} aria-hidden />
            <p className="font-medium">{t(`screens.diagnostics.checks.${each.check}`)}<span className="sr-only">{`: ${t(`screens.diagnostics.outcome.${each.outcome}`)}.`}</span></p>
            <p className="col-start-2 text-pretty break-words text-ink-2 select-text pair:col-start-3">{checkWords(t, readable(each))}</p>
          </li>
        );
      })}
    </ul>
  );
}

