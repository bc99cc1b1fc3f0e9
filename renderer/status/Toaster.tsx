import { X } from 'lucide-react';
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommandHandlers } from '../palette/CommandProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { useModKey } from '../palette/useModKey.ts';

/** How long something can be undone, in milliseconds. It stays while the pointer or the focus is on it. */
export const UNDO_MS = 10_000;

/** What was just done, and how to take it back where that can be. */
export interface Said {
  readonly text: string;
  readonly undo?: () => void;
}

const SayContext = createContext<((said: Said) => void) | null>(null);

/** Says what was done. The former message goes; its undoing with it. */
export function useSay(): (said: Said) => void {
  const say = use(SayContext);
  if (!say) throw new Error('Toaster is missing');
  return say;
}

/** Lets what is inside say what was done, at the bottom of the window, for a while. */
export function Toaster({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<(Said & { nth: number }) | null>(null);
  const say = useCallback((said: Said) => setShown((before) => ({ ...said, nth: (before?.nth ?? 0) + 1 })), []);
  const done = useCallback(() => setShown(null), []);
  const undo = useMemo(() => {
    const back = shown?.undo;
    return back && (() => {
      setShown(null);
      back();
    });
  }, [shown]);
  useCommandHandlers({ undo: undo ?? null });
  return (
    <SayContext value={say}>
      {children}
      <div role="status" className="pointer-events-none fixed inset-x-0 bottom-11 z-30 flex justify-center px-4">
        {shown ? <Toast key={shown.nth} text={shown.text} undo={undo ?? null} onDone={done} /> : null}
      </div>
    </SayContext>
  );
}

function Toast({ text, undo, onDone }: { text: string; undo: (() => void) | null; onDone: () => void }) {
  const { t } = useTranslation();
  const mod = useModKey();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(onDone, UNDO_MS);
    return () => clearTimeout(timer);
  }, [held, onDone]);
  const hold = { onPointerEnter: () => setHeld(true), onPointerLeave: () => setHeld(false), onFocus: () => setHeld(true), onBlur: () => setHeld(false) };
  return (
    <div {...hold} className="pointer-events-auto flex max-w-[36rem] min-w-0 items-center gap-3 rounded-lg bg-raised py-1.5 pr-1.5 pl-3.5 shadow-popover">
      <span className="min-w-0 break-words">{text}</span>
      {undo ? <Button size="small" onClick={undo}>{t('screens.say.undo')}<span className="hidden pair:inline" aria-hidden><Kbd keys={[mod, 'Z']} /></span></Button> : null}
      <IconButton icon={X} label={t('screens.app.dismiss')} onClick={onDone} />
    </div>
  );
}
