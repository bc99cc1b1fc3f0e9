import { useId, type ReactNode } from 'react';
import { useModal } from './useModal.ts';

/**
 * A question that must be answered first. The browser's own `dialog` keeps the focus inside, closes on Esc,
 * and needs no style element, which the page's policy would refuse.
 */
export function ConfirmDialog({ title, onClose, actions, children }: { title: string; onClose: () => void; actions: ReactNode; children: ReactNode }) {
  const dialog = useModal();
  const id = useId();
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className="m-auto w-[26rem] max-w-[calc(100vw-2rem)] rounded-xl bg-raised p-5 text-ink shadow-popover"
    >
      <h2 id={id} className="text-md font-semibold">{title}</h2>
      <div className="mt-1.5 flex flex-col gap-3 text-pretty text-ink-2">{children}</div>
      <div className="mt-5 flex justify-end gap-2">{actions}</div>
    </dialog>
  );
}
