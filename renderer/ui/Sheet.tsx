import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { useModal } from './useModal.ts';

/** A dialog without a heading of its own, near the top of the window; a click beside it or Esc closes it. */
export function Sheet({ label, labelledBy, onClose, className, children }: { label?: string; labelledBy?: string; onClose: () => void; className?: string; children: ReactNode }) {
  const dialog = useModal();
  return (
    <dialog
      ref={dialog}
      aria-label={label}
      aria-labelledby={labelledBy}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
      className={clsx('mx-auto mt-[min(12vh,6rem)] max-h-[min(38rem,calc(100dvh-min(12vh,6rem)-1rem))] max-w-[calc(100vw-2rem)] flex-col overflow-hidden rounded-xl bg-raised p-0 text-ink shadow-popover open:flex', className)}
    >
      {children}
    </dialog>
  );
}
