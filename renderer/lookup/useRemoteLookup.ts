import { useCallback, useEffect, useRef, useState } from 'react';
import { lookupKey } from '../../contract/lookup-key.ts';
import type { LookupResult } from '../../contract/models/views.ts';
import type { AppError } from '../../contract/result.ts';
import { useCall } from '../bridge/BridgeContext.tsx';
import { appErrorOf } from '../bridge/client.ts';

/** Rest after the last key before Cxpress is asked, in milliseconds: typing must not spend requests. */
const PAUSE_MS = 400;

/** Where asking Cxpress for one query stands. */
export type RemoteAnswer =
  | { readonly state: 'idle' | 'asking' }
  | { readonly state: 'answered'; readonly results: readonly LookupResult[] }
  | { readonly state: 'failed'; readonly error: AppError };

/** What {@link useRemoteLookup} gives. */
export interface RemoteLookup {
  readonly answer: RemoteAnswer;
  /** Asks without waiting for the pause, unless that query is asked or answered already. */
  readonly askNow: () => void;
}

const IDLE: RemoteAnswer = { state: 'idle' };

/** Asks Cxpress for what looks like a number or id, once nothing local fits (`wanted`) and typing rests. Typing on gives the question up. */
export function useRemoteLookup(query: string, wanted: boolean): RemoteLookup {
  const call = useCall();
  const [known, setKnown] = useState<{ key: string | null; answer: RemoteAnswer }>({ key: null, answer: IDLE });
  const possible = lookupKey(query);
  // What came is stored, so that by now it fits locally; it still came from Cxpress.
  const key = wanted || known.key === possible ? possible : null;
  const asked = useRef<string | null>(null);
  const ask = useCallback((about: string) => {
    if (asked.current === about) return;
    asked.current = about;
    const settle = (answer: RemoteAnswer): void => {
      if (asked.current === about) setKnown({ key: about, answer });
    };
    settle({ state: 'asking' });
    call('lookup.remote', { query: about }).then(
      ({ results }) => settle({ state: 'answered', results }),
      (error: unknown) => settle({ state: 'failed', error: appErrorOf(error) }),
    );
  }, [call]);
  useEffect(() => {
    if (key === null) return undefined;
    const timer = setTimeout(() => ask(key), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      if (asked.current === null) return;
      asked.current = null;
      void call('lookup.cancel', null).catch(() => undefined);
    };
  }, [key, ask, call]);
  return { answer: known.key === key && key !== null ? known.answer : IDLE, askNow: () => key !== null && ask(key) };
}
