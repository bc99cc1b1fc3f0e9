import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useMemo, type ReactNode } from 'react';
import type { Bridge } from '../../contract/ipc/bridge.ts';
import type { EventName } from '../../contract/ipc/channels.ts';
import type { EventPayload } from '../../contract/ipc/events.ts';
import { createCall, type Call } from './client.ts';
import { listenToPushes } from './events.ts';

interface BridgeValue {
  readonly bridge: Bridge;
  readonly call: Call;
}

const BridgeContext = createContext<BridgeValue | null>(null);

/** Gives a window its bridge and its cache, and keeps the cache right as pushes come in. */
export function BridgeProvider({ bridge, queryClient, children }: { bridge: Bridge; queryClient: QueryClient; children: ReactNode }) {
  const value = useMemo(() => ({ bridge, call: createCall(bridge) }), [bridge]);
  useEffect(() => {
    const pushes = listenToPushes(bridge, queryClient);
    return () => pushes.dispose();
  }, [bridge, queryClient]);
  return (
    <BridgeContext value={value}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </BridgeContext>
  );
}

function useBridge(): BridgeValue {
  const value = use(BridgeContext);
  if (!value) throw new Error('BridgeProvider is missing');
  return value;
}

/** The way to make a call. */
export function useCall(): Call {
  return useBridge().call;
}

/** Hears an event while mounted. `listener` should keep its identity between renders. */
export function usePush<E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void): void {
  const { bridge } = useBridge();
  useEffect(() => bridge.on(name, listener), [bridge, name, listener]);
}
