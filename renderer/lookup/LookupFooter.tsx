import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';
import { useStatus } from '../bridge/queries.ts';
import { useFormats, useNow } from '../format/FormatProvider.tsx';
import { stateWords, TONE_INK } from '../format/state-words.ts';
import { Kbd } from '../ui/Kbd.tsx';

const KEYS = [
  { word: 'move', keys: ['↑', '↓'] },
  { word: 'open', keys: ['Enter'] },
  { word: 'preview', keys: ['Tab'] },
  { word: 'close', keys: ['Esc'] },
] as const;

/** The keys, and how fresh the local copy is when it is not live; for a moment what was just done (`said`). */
export function LookupFooter({ said }: { said: string | null }) {
  const { t } = useTranslation();
  const status = useStatus();
  const formats = useFormats();
  const state = stateWords(t, formats, status, useNow());
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-0.5 border-t border-line bg-canvas px-4 py-1.5 text-sm text-ink-3">
      <span role="status" className={said === null ? 'sr-only' : 'min-w-0 flex-1'}>{said}</span>
      {said === null ? KEYS.map(({ word, keys }) => <span key={word} className={clsx('items-center gap-1.5', status.state === 'live' ? 'flex' : 'hidden min-[30rem]:flex')}><Kbd keys={keys} />{t(`screens.lookup.keys.${word}`)}</span>) : null}
      <span className="flex-1" />
      {status.state === 'live' ? null : (
        <span className="flex min-w-0 items-center gap-1.5 truncate" title={state.complete}><span className={`dot size-2 ${TONE_INK[state.tone]}`} aria-hidden />{state.text}</span>
      )}
    </div>
  );
}
