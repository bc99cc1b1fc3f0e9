import { clsx } from 'clsx';
import { Popover } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import { focusIsFree } from './focus-home.ts';

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
  /** Where the focus goes back to; the button when left out or null. */
  readonly returnTo?: () => HTMLElement | null;
  /** What is inside; `close` closes it and puts the focus back on the button. */
  readonly children: (close: () => void) => ReactNode;
}

/** Something to choose from beside a button. Not modal; Esc and a click elsewhere close it. Keys of the window rest while it has the focus. */
export function Popup({ trigger, label, align = 'start', className, open, onOpen, returnTo, children }: PopupProps) {
  const [own, setOwn] = useState(false);
  const setOpen = onOpen ?? setOwn;
  const onCloseAutoFocus = (event: Event) => {
    const target = returnTo?.();
    // Whoever clicked elsewhere is elsewhere.
    if (!target || !focusIsFree()) return;
    event.preventDefault();
    target.focus({ preventScroll: true });
  };
  return (
    <Popover.Root open={open ?? own} onOpenChange={setOpen}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content aria-label={label} data-popup onCloseAutoFocus={onCloseAutoFocus} side="bottom" align={align} sideOffset={4} collisionPadding={8} className={clsx('z-20 flex max-h-(--radix-popover-content-available-height) max-w-[calc(100vw-1rem)] flex-col overflow-hidden rounded-lg bg-raised text-base text-ink shadow-popover', className)}>
          {children(() => setOpen(false))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
