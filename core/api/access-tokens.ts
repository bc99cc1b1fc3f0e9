import type { Secret } from '../secret.ts';

/** Where the client gets its token; the session fits, and so does a fixed pair. Same shape as in core/session, which this room does not know. */
export interface AccessTokens {
  current(): Promise<{ readonly token: Secret; readonly generation: number }>;
  /** The token of this generation was refused; resolves when a newer one is there. */
  rejected(generation: number): Promise<void>;
}
