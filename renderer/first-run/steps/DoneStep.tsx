import { BellOff, Keyboard, Search, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { FIRST_RUN_STEPS } from '../../../contract/first-run-steps.ts';
import { useSettings, useStarted } from '../../bridge/queries.ts';
import { acceleratorText } from '../../format/accelerator.ts';
import { useFormats } from '../../format/FormatProvider.tsx';
import type { Marks } from '../places.ts';

/** The end of the set-up: three things worth knowing, and what was left out. */
export function DoneStep({ signedIn, marks }: { signedIn: boolean; marks: Marks }) {
  const { t } = useTranslation();
  const { hotkey } = useSettings();
  const { platform } = useStarted();
  const formats = useFormats();
  const skipped = FIRST_RUN_STEPS.filter((step) => marks[step] === 'skipped' && (signedIn || (step !== 'connect' && step !== 'identity'))).map((step) => t(`screens.setUp.steps.${step}`));
  return (
    <div className="flex flex-col gap-5">
      {signedIn ? (
        <ul className="flex flex-col gap-2">
          <Tip icon={Search} title={t('screens.setUp.done.lookup.title')} text={hotkey === '' ? t('screens.setUp.done.lookup.none') : t('screens.setUp.done.lookup.text', { hotkey: acceleratorText(hotkey, platform) })} />
          <Tip icon={Keyboard} title={t('screens.setUp.done.keys.title')} text={t('screens.setUp.done.keys.text')} />
          <Tip icon={BellOff} title={t('screens.setUp.done.quiet.title')} text={t('screens.setUp.done.quiet.text')} />
        </ul>
      ) : null}
      <p className="text-sm text-pretty text-ink-3">{skipped.length > 0 ? t('screens.setUp.done.skipped', { steps: formats.list(skipped) }) : t('screens.setUp.done.repeat')}</p>
    </div>
  );
}

function Tip({ icon: Icon, title, text }: { icon: LucideIcon; title: string; text: string }) {
  return (
    <li className="flex gap-3.5 rounded-lg border border-line p-4">
      <span className="flex size-9 shrink-0 items-center justify-center rounded-lg bg-selected text-accent-ink"><Icon className="size-[1.125rem]" aria-hidden /></span>
      <div className="min-w-0 flex-1">
        <h2 className="font-semibold">{title}</h2>
        <p className="text-pretty text-ink-2">{text}</p>
      </div>
    </li>
  );
}
