import { clsx } from 'clsx';
import type { TagView } from '../../contract/models/views.ts';

const HEX = /^#[0-9a-f]{6}$/i;

/** A tag: its colour as a dot, its name in ordinary ink, so that any colour stays readable. */
export function TagChip({ tag, className }: { tag: TagView; className?: string }) {
  const color = tag.color !== null && HEX.test(tag.color) ? tag.color : undefined;
  return (
    <span title={tag.name} className={clsx('inline-flex max-w-full min-w-0 items-center gap-1 rounded border border-line px-1.5 text-xs leading-4 text-ink-2', className)}>
      <span className="dot size-1.5 text-ink-3" style={color ? { color } : undefined} aria-hidden />
      <span className="truncate">{tag.name}</span>
    </span>
  );
}
