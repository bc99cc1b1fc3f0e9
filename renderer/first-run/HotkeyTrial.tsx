import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSecond } from '../format/FormatProvider.tsx';
import { useErrorWords } from '../format/useErrorWords.ts';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { HOTKEY_TRY_SECONDS, useHotkeyTry } from './useHotkeyTry.ts';

/** Waits for the hotkey to be pressed, with the seconds that are left; Esc or the button end it. `hotkey` is how people read it. */
export function HotkeyTrial({ hotkey, blocked }: { hotkey: string; blocked: boolean }) {
  const { t } = useTranslation();
  const { tried, start, stop } = useHotkeyTry();
  const errorWords = useErrorWords();
  const waiting = tried.state === 'waiting';
  const label = waiting ? t('screens.setUp.hotkey.stop') : tried.state === 'idle' ? t('screens.setUp.hotkey.try') : t('screens.setUp.hotkey.again');
  return (
    <div className="flex flex-col gap-3" onKeyDown={(event) => event.key === 'Escape' && waiting && stop()}>
      <div className="flex flex-wrap items-center gap-3">
        <Button blocked={blocked} onClick={waiting ? stop : start}>{label}</Button>
        <span role="status" className="text-md font-medium">{waiting ? t('screens.setUp.hotkey.press', { hotkey }) : null}</span>
        {waiting ? <Countdown /> : null}
      </div>
      <div role="status">
        {tried.state === 'heard' ? <Callout tone="good" what={t('screens.setUp.hotkey.heard', { hotkey })} /> : null}
        {tried.state === 'silent' ? <Callout tone="warn" what={t('screens.setUp.hotkey.notHeard.what')} next={t('screens.setUp.hotkey.notHeard.next')} /> : null}
        {tried.state === 'failed' ? <ErrorNote words={errorWords(tried.error)} /> : null}
      </div>
    </div>
  );
}

function Countdown() {
  const { t } = useTranslation();
  const now = useSecond();
  const [begun] = useState(now);
  return <span role="timer" className="text-ink-3 tabular-nums">{t('screens.setUp.hotkey.left', { count: Math.max(0, HOTKEY_TRY_SECONDS - Math.round((now - begun) / 1000)) })}</span>;
}
