import { clsx } from 'clsx';
import { Check, Minus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { FIRST_RUN_STEPS, type FirstRunStep } from '../../contract/first-run-steps.ts';
import { Mark } from '../ui/Mark.tsx';
import { stepsFor, type Mark as StepMark, type Marks, type Place } from './places.ts';

/** The steps in their order, each with what became of it; any that is open can be gone to. A narrow window keeps bars and the name of the present one. */
export function Stepper({ place, marks, signedIn, onGo }: { place: Place; marks: Marks; signedIn: boolean; onGo: (to: FirstRunStep) => void }) {
  const { t } = useTranslation();
  const open = stepsFor(signedIn);
  const at = place === 'done' ? FIRST_RUN_STEPS.length : FIRST_RUN_STEPS.indexOf(place) + 1;
  return (
    <nav aria-label={t('screens.setUp.stepList')} className="shrink-0 border-line bg-canvas px-4 pt-2 pb-1 not-pair:border-b pair:w-60 pair:overflow-y-auto pair:border-r pair:px-3 pair:py-6">
      <p className="flex gap-2 text-sm pair:hidden" aria-hidden>
        <span className="min-w-0 flex-1 truncate font-medium">{place === 'done' ? t('screens.setUp.label') : t(`screens.setUp.steps.${place}`)}</span>
        <span className="shrink-0 text-ink-3 tabular-nums">{t('screens.setUp.progress', { step: at, total: FIRST_RUN_STEPS.length })}</span>
      </p>
      <p className="flex items-center gap-2.5 px-2.5 pb-5 not-pair:hidden">
        <Mark className="size-6 shrink-0" />
        <span className="min-w-0 truncate font-semibold">{t('screens.app.name')}</span>
      </p>
      <ol className="flex gap-1 pair:flex-col pair:gap-0.5">
        {FIRST_RUN_STEPS.map((step, index) => (
          <Step key={step} name={t(`screens.setUp.steps.${step}`)} number={index + 1} mark={marks[step]} current={step === place} why={open.includes(step) ? null : t('screens.setUp.needsConnection')} onGo={() => onGo(step)} />
        ))}
      </ol>
    </nav>
  );
}

function Step({ name, number, mark, current, why, onGo }: { name: string; number: number; mark: StepMark; current: boolean; why: string | null; onGo: () => void }) {
  const { t } = useTranslation();
  return (
    <li className="min-w-0 flex-1">
      <button
        type="button"
        aria-current={current ? 'step' : undefined}
        aria-disabled={why !== null || undefined}
        title={why ?? undefined}
        onClick={why === null ? onGo : undefined}
        className={clsx(
          'group flex min-h-6 w-full min-w-0 items-center gap-2.5 rounded-md text-left aria-disabled:text-ink-3 pair:min-h-9 pair:px-2.5 pair:py-1',
          current ? 'font-medium pair:bg-selected' : 'text-ink-2 not-aria-disabled:hover:text-ink pair:not-aria-disabled:hover:bg-hover',
        )}
      >
        <span className={clsx('h-1 w-full rounded-full pair:hidden', current ? 'bg-accent' : mark === 'done' ? 'bg-good' : mark === 'skipped' ? 'bg-ink-3' : 'bg-control-line/40')} aria-hidden />
        <Sign mark={mark} number={number} current={current} />
        <span className="sr-only pair:not-sr-only pair:min-w-0 pair:flex-1 pair:text-pretty pair:wrap-anywhere">{name}</span>
        {current ? null : <span className="sr-only">{why ?? t(`screens.setUp.state.${mark}`)}</span>}
      </button>
    </li>
  );
}

function Sign({ mark, number, current }: { mark: StepMark; number: number; current: boolean }) {
  const Icon = mark === 'done' ? Check : mark === 'skipped' ? Minus : null;
  return (
    <span
      aria-hidden
      className={clsx(
        'hidden size-6 shrink-0 items-center justify-center rounded-full text-sm font-medium tabular-nums pair:inline-flex',
        current ? 'bg-accent text-on-accent' : mark === 'done' ? 'bg-good-soft text-good-ink' : mark === 'skipped' ? 'bg-neutral-soft text-ink-3' : 'border border-control-line text-ink-3',
      )}
    >
      {Icon && !current ? <Icon className="size-3.5" /> : number}
    </span>
  );
}
