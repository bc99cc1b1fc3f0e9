import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';
import { useStarted, useStatus } from '../bridge/queries.ts';
import { acceleratorKeys } from '../format/accelerator.ts';
import { useFormats, useNow } from '../format/FormatProvider.tsx';
import { stateWords, TONE_INK } from '../format/state-words.ts';
import { Kbd } from '../ui/Kbd.tsx';

const KEYS = [
  { word: 'open', keys: ['Enter'], always: true },
  { word: 'browse', keys: ['CommandOrControl', 'Enter'], always: false },
  { word: 'copy', keys: ['CommandOrControl', 'C'], always: false },
  { word: 'preview', keys: ['Tab'], always: true },
  { word: 'close', keys: ['Esc'], always: true },
] as const;

/** The keys, and how fresh the local copy is when it is not live; for a moment what was just done (`said`). */
export function LookupFooter({ said }: { said: string | null }) {
  const { t } = useTranslation();
  const status = useStatus();
  const { platform } = useStarted();
  const formats = useFormats();
  const live = status.state === 'live';
  const state = stateWords(t, formats, status, useNow());
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-0.5 border-t border-line bg-canvas px-4 py-1.5 text-sm text-ink-3">
      <span role="status" className={said === null ? 'sr-only' : 'min-w-0 flex-1'}>{said}</span>
      {said === null ? KEYS.filter(({ always }) => live || always).map(({ word, keys, always }) => <span key={word} className={clsx('items-center gap-1.5', live && always ? 'flex' : 'hidden min-[34rem]:flex')}><Kbd keys={acceleratorKeys(keys.join('+'), platform)} />{t(`screens.lookup.keys.${word}`)}</span>) : null}
      <span className="flex-1" />
      {live ? null : (
        <span className="flex min-w-0 items-center gap-1.5 truncate" title={state.complete}><span className={`dot size-2 ${TONE_INK[state.tone]}`} aria-hidden />{state.text}</span>
      )}
    </div>
  );
}
