import type { Finding } from '../../contract/profile/proposal.ts';
import { CXPRESS_1_0 } from '../../contract/profile/cxpress-1.0.ts';
import type { ApiProfile } from '../../contract/profile/schema.ts';
import type { AuthPlace, SourceRequest } from './collection.ts';

/** Where the token goes, and what the finding says of it. */
export interface FoundAuth {
  readonly auth: ApiProfile['auth'];
  readonly finding: Finding;
}

function keyOf(place: AuthPlace): string {
  return place.in === 'query' ? `query ${place.param}` : `header ${place.header.toLowerCase()} ${place.prefix.toLowerCase()}`;
}

/** The place most of the requests use; among equals the one that comes first. The default when none of them says. */
export function findAuth(requests: readonly SourceRequest[]): FoundAuth {
  const counts = new Map<string, { place: AuthPlace; request: number; count: number }>();
  for (const { auth, index } of requests) {
    if (auth === null || auth === 'none') continue;
    const held = counts.get(keyOf(auth));
    if (held) held.count += 1;
    else counts.set(keyOf(auth), { place: auth, request: index, count: 1 });
  }
  const all = [...counts.values()];
  const [best] = all.toSorted((a, b) => b.count - a.count);
  if (!best) return { auth: CXPRESS_1_0.auth, finding: { about: 'auth', confidence: 'missing', because: ['authDefault'], request: null } };
  const several = all.length > 1;
  return { auth: best.place, finding: { about: 'auth', confidence: several ? 'medium' : 'high', because: several ? ['authFound', 'severalFit'] : ['authFound'], request: best.request } };
}
