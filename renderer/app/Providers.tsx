import type { QueryClient } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { Bridge } from '../../contract/ipc/bridge.ts';
import { BridgeProvider } from '../bridge/BridgeContext.tsx';
import { CrashScreen, ErrorBoundary } from './ErrorBoundary.tsx';

/** What a window is built from; made once by its entry, or by a test. */
export interface WindowParts {
  readonly bridge: Bridge;
  readonly queryClient: QueryClient;
  readonly words: i18n;
}

/** Everything around a window's content. */
export function Providers({ bridge, queryClient, words, children }: WindowParts & { children: ReactNode }) {
  return (
    <I18nextProvider i18n={words}>
      <ErrorBoundary fallback={<CrashScreen />}>
        <BridgeProvider bridge={bridge} queryClient={queryClient}>{children}</BridgeProvider>
      </ErrorBoundary>
    </I18nextProvider>
  );
}
