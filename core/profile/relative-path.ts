import type { Segment, SourceRequest } from './collection.ts';
import type { FoundBase, Located } from './find-base.ts';
import { templateOf } from './path-template.ts';

/** A path below the API's address, divided at the version. */
export interface RelativePath {
  readonly prefix: string;
  readonly path: string;
}

/** Longest path and prefix a profile takes (contract/profile/schema.ts). */
const PATH_LIMIT = 300;
const PREFIX_LIMIT = 100;

function isShared(segments: readonly Segment[], like: readonly Segment[], depth: number): boolean {
  for (let at = 0; at < depth; at++) {
    const [one, other] = [segments[at], like[at]];
    if (one?.kind !== 'text' || other?.kind !== 'text' || one.text !== other.text) return false;
  }
  return true;
}

/**
 * Divides the path of a request: what is in the API's address already goes, up to the version is the prefix, the rest is
 * the path. Null when it is longer than a profile allows.
 */
export function relativePath(request: SourceRequest, { idAt, versionAt }: { idAt: number; versionAt: number }, base: FoundBase, located: readonly Located[]): RelativePath | null {
  const like = located.find(({ request: one }) => one.origin === base.origin)?.request.segments ?? [];
  const from = isShared(request.segments, like, base.depth) ? base.depth : 0;
  const cut = versionAt >= from ? versionAt + 1 : from;
  const prefix = cut > from ? templateOf(request.segments.slice(from, cut), -1) : '';
  const path = templateOf(request.segments.slice(cut), idAt - cut);
  return path.length <= PATH_LIMIT && prefix.length <= PREFIX_LIMIT ? { prefix, path } : null;
}
