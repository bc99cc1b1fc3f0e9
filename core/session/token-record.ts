import { z } from 'zod';
import { API_TOKEN_LIFE_MS, REFRESH_TOKEN_LIFE_MS } from '../../contract/limits.ts';
import { Secret } from '../secret.ts';
import type { TokenReply } from './port.ts';

/** A token pair as it is kept. Times are epoch ms by the wall clock. */
export interface TokenRecord {
  /** Grows by one with every new API token. */
  readonly generation: number;
  readonly apiToken: Secret;
  readonly refreshToken: Secret;
  /** Expected end of the API token; for a pasted one the latest possible. */
  readonly apiTokenGoodUntil: number;
  /** Expected end of the refresh token. */
  readonly goodUntil: number;
  /** The server has refused the refresh token: it is not tried again. */
  readonly dead: boolean;
}

const schema = z.object({
  v: z.literal(1),
  generation: z.number().int().min(0),
  apiToken: z.string().min(1),
  refreshToken: z.string().min(1),
  apiTokenGoodUntil: z.number(),
  goodUntil: z.number(),
  dead: z.boolean(),
});

/** One text with everything in it, to be sealed as a whole. */
export function packRecord(record: TokenRecord): Secret {
  const { apiToken, refreshToken, ...rest } = record;
  return new Secret(JSON.stringify({ v: 1, ...rest, apiToken: apiToken.reveal(), refreshToken: refreshToken.reveal() }));
}

/** The record in an unsealed text; null when it is something else. */
export function unpackRecord(text: Secret): TokenRecord | null {
  try {
    const { v: _version, apiToken, refreshToken, ...rest } = schema.parse(JSON.parse(text.reveal()));
    return { ...rest, apiToken: new Secret(apiToken), refreshToken: new Secret(refreshToken) };
  } catch {
    // Neither a parser's nor a schema's words may leave here: they quote what they read.
    return null;
  }
}

/** The record of a pasted pair. Nobody knows its age, so both ends are the latest possible. */
export function pastedRecord(pair: Pick<TokenRecord, 'apiToken' | 'refreshToken'>, generation: number, now: number): TokenRecord {
  return { apiToken: pair.apiToken, refreshToken: pair.refreshToken, generation, apiTokenGoodUntil: now + API_TOKEN_LIFE_MS, goodUntil: now + REFRESH_TOKEN_LIFE_MS, dead: false };
}

/** The record after a refresh. Only a replaced refresh token lives anew. */
export function renewedRecord(from: TokenRecord, reply: TokenReply, now: number): TokenRecord {
  return {
    generation: from.generation + 1,
    apiToken: reply.apiToken,
    refreshToken: reply.refreshToken ?? from.refreshToken,
    apiTokenGoodUntil: now + API_TOKEN_LIFE_MS,
    goodUntil: reply.refreshToken ? now + REFRESH_TOKEN_LIFE_MS : from.goodUntil,
    dead: false,
  };
}
