import { useEffect, useState } from 'react';
import type { ViewAction } from './view.ts';

/** Keys of the main window as a whole: Esc goes back, Ctrl or ⌘ with 1, 2 and comma go to tickets, tasks and settings. Returns how often a screen was asked for. */
export function useWindowKeys(dispatch: (action: ViewAction) => void, enabled: boolean): number {
  const [moves, setMoves] = useState(0);
  useEffect(() => {
    if (!enabled) return undefined;
    const onKey = (event: KeyboardEvent) => {
      const action = event.defaultPrevented ? null : actionOf(event);
      if (!action) return;
      event.preventDefault();
      if (action.type !== 'back') {
        // A screen that was asked for by key takes the focus, wherever it was.
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        setMoves((count) => count + 1);
      }
      dispatch(action);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [dispatch, enabled]);
  return moves;
}

function actionOf(event: KeyboardEvent): ViewAction | null {
  if (event.key === 'Escape') return isTyping(event.target) || document.querySelector('dialog[open]') ? null : { type: 'back' };
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return null;
  if (event.key === '1') return { type: 'queue', entity: 'ticket' };
  if (event.key === '2') return { type: 'queue', entity: 'task' };
  return event.key === ',' ? { type: 'screen', screen: 'settings' } : null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select');
}
