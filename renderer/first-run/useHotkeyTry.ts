import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError } from '../../contract/result.ts';
import { useCall } from '../bridge/BridgeContext.tsx';
import { appErrorOf } from '../bridge/client.ts';

/** So long the main process waits for the hotkey, in seconds; see `hotkey.try`. */
export const HOTKEY_TRY_SECONDS = 20;

/** Where trying the hotkey stands. */
export type HotkeyTry = { readonly state: 'idle' | 'waiting' | 'heard' | 'silent' } | { readonly state: 'failed'; readonly error: AppError };

/** Waits for the hotkey to be pressed. What comes after `stop`, or after the page has gone, counts no more. */
export function useHotkeyTry(): { readonly tried: HotkeyTry; readonly start: () => void; readonly stop: () => void } {
  const call = useCall();
  const [tried, setTried] = useState<HotkeyTry>({ state: 'idle' });
  const current = useRef(0);
  const stop = useCallback(() => {
    current.current += 1;
    setTried({ state: 'idle' });
  }, []);
  useEffect(() => () => void (current.current += 1), []);
  const start = useCallback(() => {
    const mine = (current.current += 1);
    const settle = (outcome: HotkeyTry) => {
      if (current.current === mine) setTried(outcome);
    };
    setTried({ state: 'waiting' });
    call('hotkey.try', null).then(
      ({ heard }) => settle({ state: heard ? 'heard' : 'silent' }),
      (error: unknown) => settle({ state: 'failed', error: appErrorOf(error) }),
    );
  }, [call]);
  return { tried, start, stop };
}
