import { clsx } from 'clsx';
import { Popover } from 'radix-ui';
import { useState, type ReactNode } from 'react';

/** Which way a popup opens and how wide it is. */
export interface PopupProps {
  /** A button; gets what a popup's button needs. */
  readonly trigger: ReactNode;
  readonly label: string;
  readonly align?: 'start' | 'end';
  readonly className?: string;
  /** Where the caller wants to open it too, such as by a key. */
  readonly open?: boolean;
  readonly onOpen?: (open: boolean) => void;
  /** What is inside; `close` closes it and puts the focus back on the button. */
  readonly children: (close: () => void) => ReactNode;
}

/** Something to choose from beside a button. Not modal; Esc and a click elsewhere close it. Keys of the window rest while it has the focus. */
export function Popup({ trigger, label, align = 'start', className, open, onOpen, children }: PopupProps) {
  const [own, setOwn] = useState(false);
  const setOpen = onOpen ?? setOwn;
  return (
    <Popover.Root open={open ?? own} onOpenChange={setOpen}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content aria-label={label} data-popup side="bottom" align={align} sideOffset={4} collisionPadding={8} className={clsx('z-20 flex max-h-(--radix-popover-content-available-height) max-w-[calc(100vw-1rem)] flex-col overflow-hidden rounded-lg bg-raised text-base text-ink shadow-popover', className)}>
          {children(() => setOpen(false))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
