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
  const asked = useRef<symbol | null>(null);
  const giveUp = useCallback(() => {
    if (asked.current === null) return;
    asked.current = null;
    void call('hotkey.cancel', null).catch(() => undefined);
  }, [call]);
  useEffect(() => giveUp, [giveUp]);
  const stop = useCallback(() => {
    giveUp();
    setTried({ state: 'idle' });
  }, [giveUp]);
  const start = useCallback(() => {
    const mine = (asked.current = Symbol());
    const settle = (outcome: HotkeyTry) => {
      if (asked.current !== mine) return;
      asked.current = null;
      setTried(outcome);
    };
    setTried({ state: 'waiting' });
    call('hotkey.try', null).then(
      ({ heard }) => settle({ state: heard ? 'heard' : 'silent' }),
      (error: unknown) => settle({ state: 'failed', error: appErrorOf(error) }),
    );
  }, [call]);
  return { tried, start, stop };
}
