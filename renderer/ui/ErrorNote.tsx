import { CircleAlert } from 'lucide-react';
import type { ErrorWords } from '../format/error-words.ts';

/** An error below the field it concerns: what happened, and what to do. */
export function ErrorNote({ id, words }: { id?: string; words: ErrorWords }) {
  return (
    <p id={id} className="flex gap-1.5 text-sm text-bad-ink">
      <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
      <span><span className="font-medium">{words.what}</span> {words.next}</span>
    </p>
  );
}
