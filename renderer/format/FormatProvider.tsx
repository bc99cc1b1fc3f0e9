import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Settings } from '../../contract/settings.ts';
import { createFormats, type Formats } from './formats.ts';

/** How often relative times are written anew, in milliseconds. */
const TICK_MS = 20_000;

interface FormatValue {
  readonly formats: Formats;
  readonly now: number;
  readonly clock: () => number;
}

const FormatContext = createContext<FormatValue | null>(null);

/** Gives a window its formats and the time that relative words refer to. A hidden window does not tick. */
export function FormatProvider({ language, clock, children }: { language: Settings['language']; clock: () => number; children: ReactNode }) {
  const [now, setNow] = useState(clock);
  const formats = useMemo(() => createFormats(language), [language]);
  useEffect(() => {
    const tick = () => {
      if (document.visibilityState === 'visible') setNow(clock());
    };
    const timer = setInterval(tick, TICK_MS);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [clock]);
  const value = useMemo(() => ({ formats, now, clock }), [formats, now, clock]);
  return <FormatContext value={value}>{children}</FormatContext>;
}

function useFormatValue(): FormatValue {
  const value = use(FormatContext);
  if (!value) throw new Error('FormatProvider is missing');
  return value;
}

/** Dates, times and numbers in the window's language. */
export function useFormats(): Formats {
  return useFormatValue().formats;
}

/** The time to the second, for what counts down. Costs a render each second, so it belongs into a small component. */
export function useSecond(): number {
  const { clock } = useFormatValue();
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') setNow(clock());
    }, 1000);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
}

/** The time that relative words refer to, epoch ms; up to {@link TICK_MS} old. */
export function useNow(): number {
  return useFormatValue().now;
}
