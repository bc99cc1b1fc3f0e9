import { Popover } from 'radix-ui';
import type { ReactNode } from 'react';

/** A word that opens to an explanation. Not modal: the rest of the window stays usable. */
export function InfoPopover({ trigger, label, children }: { trigger: ReactNode; label?: string; children: ReactNode }) {
  return (
    <Popover.Root>
      <Popover.Trigger aria-label={label} className="inline-flex min-w-0 items-center gap-1.5 rounded px-1.5 py-0.5 hover:bg-hover data-[state=open]:bg-hover">{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content side="top" align="start" sideOffset={8} collisionPadding={8} className="z-20 flex w-80 max-w-[calc(100vw-1rem)] flex-col gap-2 rounded-lg bg-raised p-3 text-base text-pretty text-ink-2 shadow-popover">
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
