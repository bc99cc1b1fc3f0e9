import type { SourceRequest } from './collection.ts';
import { plainText } from './text.ts';

/** A version of the API: its numbers, and where the path says it (-1 when only a folder does). */
export interface VersionMark {
  /** As in `2` or `1.1`; empty when nothing says one. */
  readonly name: string;
  readonly at: number;
}

const IN_PATH = /^v(\d{1,3}(?:\.\d{1,3}){0,2})$/i;
const IN_FOLDER = /(?:^|[^a-z0-9])(?:v|version|versao)[ .]?(\d{1,3}(?:\.\d{1,3}){0,2})(?![a-z0-9.])/;

/** The version a request belongs to: from its path before `end`, else from the innermost folder that names one. */
export function findVersion({ segments, folders }: Pick<SourceRequest, 'segments' | 'folders'>, end: number): VersionMark {
  for (let at = 0; at < end; at++) {
    const segment = segments[at];
    const match = segment?.kind === 'text' ? IN_PATH.exec(segment.text) : null;
    if (match) return { name: match[1] ?? '', at };
  }
  for (const folder of folders.toReversed()) {
    const match = IN_FOLDER.exec(plainText(folder));
    if (match) return { name: match[1] ?? '', at: -1 };
  }
  return { name: '', at: -1 };
}

/** Orders versions, newest first; what says none comes last. */
export function newerFirst(a: string, b: string): number {
  const [left, right] = [a, b].map((name) => (name === '' ? [-1] : name.split('.').map(Number)));
  for (let i = 0; i < 3; i++) {
    const difference = (right?.[i] ?? 0) - (left?.[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
