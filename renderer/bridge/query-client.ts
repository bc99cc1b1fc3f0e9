import { QueryClient } from '@tanstack/react-query';

/**
 * A cache for one window. What it holds is right until a push says otherwise, so nothing is asked for again on
 * focus, by age or on "reconnect"; and calls stay inside this computer, so they never wait for a network.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: Infinity, gcTime: 60_000, retry: false, networkMode: 'always', refetchOnWindowFocus: false, refetchOnReconnect: false },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
