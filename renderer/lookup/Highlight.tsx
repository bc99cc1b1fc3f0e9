import type { LookupMatch } from '../../contract/models/views.ts';

/** A text with the places of a match marked. Without a match, or for another text, plain. */
export function Highlight({ text, match }: { text: string; match?: LookupMatch | undefined }) {
  if (match?.text !== text) return text;
  const pieces = match.ranges.map(([start, end], i) => [
    text.slice(match.ranges[i - 1]?.[1] ?? 0, start),
    <mark key={start} className="bg-transparent font-semibold text-accent-ink underline decoration-accent-ink/50 underline-offset-2">{text.slice(start, end)}</mark>,
  ]);
  return <>{pieces}{text.slice(match.ranges.at(-1)?.[1] ?? 0)}</>;
}
