import type { Finding } from '../../contract/profile/proposal.ts';
import { checkedBaseUrl } from './checked-base-url.ts';
import type { SourceRequest } from './collection.ts';

/** A request of the profile, and how many of its segments may belong to the API's address (those before version and resource). */
export interface Located {
  readonly request: SourceRequest;
  readonly head: number;
}

/** The API's address, and how many segments of each path are in it. */
export interface FoundBase {
  readonly baseUrl: string | null;
  /** Origin most requests share, also when it may not be offered. */
  readonly origin: string | null;
  readonly depth: number;
  readonly finding: Finding;
}

/** The origin that most requests have; among equals the one that comes first. */
export function commonOrigin(requests: readonly SourceRequest[]): string | null {
  const counts = new Map<string, number>();
  for (const { origin } of requests) if (origin !== null) counts.set(origin, (counts.get(origin) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** How many leading segments all paths share, none of them a version or a resource. */
function commonDepth(located: readonly Located[]): number {
  const [first] = located;
  if (!first) return 0;
  let depth = 0;
  for (; depth < first.head; depth++) {
    const segment = first.request.segments[depth];
    const shared = segment?.kind === 'text' && located.every(({ request, head }) => {
      const other = request.segments[depth];
      return depth < head && other?.kind === 'text' && other.text === segment.text;
    });
    if (!shared) break;
  }
  return depth;
}

function missing(unknownVariable: boolean): Finding {
  return { about: 'baseUrl', confidence: 'missing', because: unknownVariable ? ['baseUrlMissing', 'variableUnknown'] : ['baseUrlMissing'], request: null };
}

function found(request: number, origins: number, chosen: boolean): Finding {
  if (chosen) return { about: 'baseUrl', confidence: 'high', because: ['chosenByHand'], request };
  return { about: 'baseUrl', confidence: origins > 1 ? 'low' : 'high', because: origins > 1 ? ['baseUrlFound', 'severalFit'] : ['baseUrlFound'], request };
}

/** Finds the address from the requests of the profile (or the one a person chose): their origin, which must be https (or this computer), and the path they share. */
export function findBase(located: readonly Located[], chosen: SourceRequest | null = null): FoundBase {
  const origin = chosen?.origin ?? commonOrigin(located.map(({ request }) => request));
  const like = located.find(({ request }) => request.origin === origin)?.request;
  const from = chosen ?? like;
  if (origin === null || from === undefined || checkedBaseUrl(origin) === null) return { baseUrl: null, origin, depth: 0, finding: missing(located.some(({ request }) => request.unknownVariable)) };
  const depth = commonDepth(located.filter(({ request }) => request.origin === null || request.origin === origin));
  const path = like?.segments.slice(0, depth).map((segment) => (segment.kind === 'text' ? `/${segment.text}` : '')).join('') ?? '';
  const origins = new Set(located.flatMap(({ request }) => request.origin ?? []));
  return { baseUrl: checkedBaseUrl(`${origin}${path}`), origin, depth, finding: found(from.index, origins.size, chosen !== null) };
}
