import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/**
 * Opens a `dialog` over the window while mounted. The browser keeps the focus inside, and afterwards it goes back to
 * where it was.
 */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before anything inside can take the focus.
  const [before] = useState(() => document.activeElement);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => {
      element?.close();
      // The element is about to leave the page, with which the browser may forget where the focus was.
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [before]);
  return dialog;
}
