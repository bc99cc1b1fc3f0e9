import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCall } from './BridgeContext.tsx';
import { keys } from './keys.ts';

/** Writes the preferences to a file the person chooses. */
export function useExportSettings() {
  const call = useCall();
  return useMutation({ mutationFn: () => call('settings.export', null) });
}

/** Takes preferences from a file the person chooses; null when they changed their mind. */
export function useImportSettings() {
  const call = useCall();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call('settings.import', null),
    onSuccess: (settings) => {
      if (settings) queries.setQueryData(keys.settings, settings);
    },
  });
}

/** Keeps name and password for the proxy; empty ones forget them. A plain function, not a mutation: a mutation would keep what it was called with. */
export function useProxySignIn(): (user: string, password: string) => Promise<void> {
  const call = useCall();
  return async (user, password) => {
    await call('proxy.signIn', { user, password });
  };
}
