import { useQuery } from '@tanstack/react-query';
import { useCall } from './BridgeContext.tsx';

/** Cache key of {@link useDesktopFacts}. */
export const DESKTOP_FACTS = ['desktop'] as const;

/** What this desktop offers. Asked anew when a screen with it opens and when the window is returned to: the person may have been in the system's own settings. */
export function useDesktopFacts() {
  const call = useCall();
  return useQuery({ queryKey: DESKTOP_FACTS, queryFn: () => call('desktop.facts', null), staleTime: 0, refetchOnWindowFocus: true });
}
