import { useTranslation } from 'react-i18next';
import { Kbd } from '../ui/Kbd.tsx';
import type { Chord } from './commands.ts';
import { useModKey } from './useModKey.ts';

const SIGNS: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc', PageDown: 'PgDn', PageUp: 'PgUp' };

/** The key caps of a chord, one after the other; a sequence shows both presses. */
export function keyCaps(chord: Chord, mod: string): readonly (readonly string[])[] {
  return chord.split(' ').map((press) => press.split('+').map((key) => (key === 'Mod' ? mod : (SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key)))));
}

/** A chord as keys to press. */
export function ChordKeys({ chord }: { chord: Chord }) {
  const { t } = useTranslation();
  const presses = keyCaps(chord, useModKey());
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap">
      {presses.map((keys, index) => (
        <span key={index} className="inline-flex items-center gap-1">
          {index > 0 ? <span className="text-xs text-ink-3">{t('screens.help.then')}</span> : null}
          <Kbd keys={keys} />
        </span>
      ))}
    </span>
  );
}
