import { clsx } from 'clsx';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode, Ref } from 'react';

const TONES = {
  info: { box: 'bg-info-soft text-info-ink', icon: Info },
  good: { box: 'bg-good-soft text-good-ink', icon: CircleCheck },
  warn: { box: 'bg-warn-soft text-warn-ink', icon: TriangleAlert },
  bad: { box: 'bg-bad-soft text-bad-ink', icon: CircleAlert },
} as const;

/** How weighty a message is. */
export type Tone = keyof typeof TONES;

/** A sentence and its next step on a tinted ground, with room for actions. `role="alert"` when it must be heard at once. */
export function Callout({ tone, what, next, actions, role, ref, flat = false }: { tone: Tone; what: ReactNode; next?: ReactNode; actions?: ReactNode; role?: 'alert' | 'status'; ref?: Ref<HTMLDivElement>; flat?: boolean }) {
  const { box, icon: Icon } = TONES[tone];
  return (
    <div ref={ref} tabIndex={role === 'alert' ? -1 : undefined} role={role} className={clsx('flex items-start gap-2.5 px-3 py-2', flat ? 'border-b border-line' : 'rounded-lg border border-transparent', box)}>
      <Icon className="mt-0.5 size-4 shrink-0" aria-hidden />
      <div className="min-w-0 flex-1 text-pretty">
        <span className="font-medium">{what}</span>
        {next ? <> <span className="text-ink">{next}</span></> : null}
      </div>
      {actions ? <div className="-my-0.5 flex shrink-0 items-center gap-1.5">{actions}</div> : null}
    </div>
  );
}
