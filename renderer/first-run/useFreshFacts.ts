import { useCallback, useEffect } from 'react';
import type { DesktopFacts } from '../../contract/desktop-facts.ts';
import { useDesktopFacts } from '../bridge/desktop.ts';

/** What the desktop offers, undefined until it is known, asked again whenever the window is returned to: the person was sent to the system's settings. */
export function useFreshFacts(): { readonly facts: DesktopFacts | undefined; readonly ask: () => void } {
  const { data, refetch } = useDesktopFacts();
  const ask = useCallback(() => void refetch(), [refetch]);
  useEffect(() => {
    window.addEventListener('focus', ask);
    return () => window.removeEventListener('focus', ask);
  }, [ask]);
  return { facts: data, ask };
}
