import { CircleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ErrorWords } from '../format/error-words.ts';

/** An error below the field it concerns: what happened, and what to do. `reveal` scrolls to it when it appears. */
export function ErrorNote({ id, words, reveal = false }: { id?: string; words: ErrorWords; reveal?: boolean }) {
  const note = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (reveal) note.current?.scrollIntoView({ block: 'nearest' });
  }, [reveal, words.what]);
  return (
    <p ref={note} id={id} role={reveal ? 'alert' : undefined} className="flex gap-1.5 text-sm text-bad-ink">
      <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
      <span><span className="font-medium">{words.what}</span> {words.next}</span>
    </p>
  );
}
