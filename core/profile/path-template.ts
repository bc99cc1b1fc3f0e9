import type { Segment } from './collection.ts';

/** Segments as a path: the one at `idAt` becomes `{id}`, other places get their value or keep their name in braces. */
export function templateOf(segments: readonly Segment[], idAt: number): string {
  return segments.map((segment, at) => `/${segment.kind === 'text' ? segment.text : at === idAt ? `{id}${segment.after}` : `${segment.fill ?? `{${segment.name}}`}${segment.after}`}`).join('') || '/';
}
