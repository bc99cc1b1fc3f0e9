import type { ApiProfile } from '../../contract/profile/schema.ts';
import type { Spelling } from '../spelling.ts';
import type { TokenRegistry } from '../tokens.ts';
import { place } from './place.ts';
import { refusal, type Reply } from './reply.ts';

const SLOT = '{refreshToken}';

/** The refresh token in a body that is shaped as the profile says; null when it is not there. */
function presentedToken(profile: ApiProfile, body: unknown): string | null {
  const field = Object.entries(profile.refresh.body).find(([, text]) => text.includes(SLOT));
  if (!field || typeof body !== 'object' || body === null) return null;
  const [name, template] = field;
  const text = (body as Record<string, unknown>)[name];
  const [before = '', after = ''] = template.split(SLOT);
  if (typeof text !== 'string' || !text.startsWith(before) || !text.endsWith(after)) return null;
  return text.slice(before.length, text.length - after.length);
}

/** Answers the refresh call: a new API token, and a new refresh token where tokens rotate. */
export function refreshCall(profile: ApiProfile, tokens: TokenRegistry, spelling: Spelling, body: unknown): Reply {
  const token = presentedToken(profile, body);
  if (token === null) return refusal(422, 'invalid_body', 'The body does not hold a refresh token.');
  const outcome = tokens.refresh(token);
  if (!outcome.ok) {
    const { rejectedStatuses } = profile.refresh;
    return refusal(rejectedStatuses.includes(401) ? 401 : (rejectedStatuses[0] ?? 401), 'refresh_token_invalid', 'The refresh token has expired or is not known.');
  }
  const withToken = place({}, spelling(profile.refresh.read.apiToken[0] ?? 'token'), outcome.apiToken);
  return { status: 200, body: outcome.refreshToken === null ? withToken : place(withToken, spelling(profile.refresh.read.refreshToken[0] ?? 'refresh_token'), outcome.refreshToken) };
}
