import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { TokenRecord } from './token-record.ts';

/**
 * Says on disk that a refresh is under way: written when its request has its slot and is about to leave, for waiting costs no
 * token. Found at start, it means that the process died in
 * between and that the server may already have replaced the refresh token we hold.
 */
export interface RefreshIntent {
  /** The pair that is used for it, see {@link pairMark}. */
  readonly pair: string;
  /** Refreshes begun with this pair that nobody saw the end of, this one included. */
  readonly tries: number;
}

const schema = z.object({ pair: z.string(), tries: z.number().int() });

/**
 * Tells one pair from every other without holding a part of it. A generation alone would not do: it begins anew after a
 * sign-out, and an intent that a crash left behind must not count against another pair.
 */
export function pairMark({ generation, refreshToken }: Pick<TokenRecord, 'generation' | 'refreshToken'>): string {
  return createHash('sha256').update(`${generation} ${refreshToken.reveal()}`).digest('base64url').slice(0, 16);
}

/** As bytes. It holds no secret. */
export function packIntent(intent: RefreshIntent): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(intent));
}

/** From bytes; null when it is something else. */
export function unpackIntent(bytes: Uint8Array): RefreshIntent | null {
  try {
    return schema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
}
