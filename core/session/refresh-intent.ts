import { z } from 'zod';

/**
 * Says on disk that a refresh is under way, before it is sent. Found at start, it means that the process died in
 * between and that the server may already have replaced the refresh token we hold.
 */
export interface RefreshIntent {
  /** Generation of the token pair that is used for it. */
  readonly generation: number;
  /** Refreshes begun with this pair that nobody saw the end of, this one included. */
  readonly tries: number;
}

const schema = z.object({ generation: z.number().int(), tries: z.number().int() });

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
