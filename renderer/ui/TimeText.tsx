import { useFormats } from '../format/FormatProvider.tsx';

/** A time in short words, with the exact time in the tooltip and for machines. */
export function TimeText({ at, text, title, className }: { at: number; text: string; title?: string; className?: string }) {
  const formats = useFormats();
  return <time dateTime={new Date(at).toISOString()} title={title ?? formats.exact(at)} className={className}>{text}</time>;
}
