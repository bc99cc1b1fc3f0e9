import { Switch } from 'radix-ui';
import { useId, type ReactNode } from 'react';

/** An on-off switch with its label and a short help. */
export function Toggle({ label, help, checked, disabled = false, onChange }: { label: string; help?: ReactNode; checked: boolean; disabled?: boolean; onChange: (checked: boolean) => void }) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-6">
      <div className="min-w-0">
        <label htmlFor={id} className="font-medium">{label}</label>
        {help ? <p id={`${id}-help`} className="text-sm text-pretty text-ink-3">{help}</p> : null}
      </div>
      <SwitchControl id={id} checked={checked} disabled={disabled} onChange={onChange} aria-describedby={help ? `${id}-help` : undefined} />
    </div>
  );
}

/** The switch alone, where what it switches stands beside it. It needs a name: `aria-label`, or a label for its `id`. */
export function SwitchControl({ checked, onChange, ...rest }: { id?: string; checked: boolean; disabled?: boolean; onChange: (checked: boolean) => void; 'aria-label'?: string; 'aria-describedby'?: string | undefined }) {
  return (
    <Switch.Root
      checked={checked}
      onCheckedChange={onChange}
      className="mt-0.5 inline-flex h-5 w-[2.125rem] shrink-0 items-center rounded-full border border-control-line bg-neutral-soft px-0.5 transition-colors data-[state=checked]:border-accent data-[state=checked]:bg-accent disabled:opacity-55"
      {...rest}
    >
      <Switch.Thumb className="size-3.5 rounded-full bg-ink-3 transition-transform data-[state=checked]:translate-x-3.5 data-[state=checked]:bg-on-accent" />
    </Switch.Root>
  );
}
