import { useMutation, useQuery } from '@tanstack/react-query';
import { useCall } from './BridgeContext.tsx';

/** The self-tests' outcomes; run when the screen opens, and again by `refetch`. */
export function useDiagnostics() {
  const call = useCall();
  return useQuery({ queryKey: ['diagnostics'], queryFn: () => call('diagnostics.run', null), staleTime: 0, gcTime: 0 });
}

/** Writes what the self-tests say to a file the person chooses. */
export function useExportDiagnostics() {
  const call = useCall();
  return useMutation({ mutationFn: () => call('diagnostics.export', null) });
}
