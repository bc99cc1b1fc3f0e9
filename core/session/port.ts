import type { Secret } from '../secret.ts';

/** An API token and which refresh it came from. */
export interface AccessToken {
  readonly token: Secret;
  readonly generation: number;
}

/** What the client needs of the session. */
export interface AccessTokens {
  /** A token believed valid, refreshed ahead of its expiry. Rejects with EngineError `signedOut` or `refreshTokenRejected`. */
  current(): Promise<AccessToken>;
  /**
   * The server refused the token of this generation. Resolves when a newer one is there (one refresh for any
   * number of callers); rejects when there is none to be had.
   */
  rejected(generation: number): Promise<void>;
}

/** What the session needs of the network: one refresh call. */
export interface TokenReply {
  readonly apiToken: Secret;
  /** A new refresh token when the server rotates it, else null. */
  readonly refreshToken: Secret | null;
}
/**
 * Asks for a new API token. `beforeSend` must be awaited right before the request leaves, when it waits for nothing else any
 * more; when that rejects, nothing may be sent. Rejects with EngineError; only `refreshTokenRejected` means the refresh token
 * is dead.
 */
export type RequestToken = (refreshToken: Secret, beforeSend: () => Promise<void>) => Promise<TokenReply>;

/** Seals secrets for the disk. Implemented in main/ on the system's keyring. */
export interface Vault {
  /** `keyring`: sealed by the system; `memory`: nothing may be written; `locked`: see contract/status.ts. */
  readonly state: 'keyring' | 'memory' | 'locked';
  /** Name of the system's backend, for the settings screen. */
  readonly backend: string;
  seal(secret: Secret): Promise<Uint8Array>;
  /** Rejects when the keyring cannot open it. */
  unseal(sealed: Uint8Array): Promise<Secret>;
}

/** Where the session stands. Times are epoch ms. */
export interface SessionStatus {
  readonly state: 'signedOut' | 'signedIn' | 'needsTokens';
  /** Expected end of the refresh token. */
  readonly goodUntil: number | null;
  readonly apiTokenGoodUntil: number | null;
  readonly generation: number;
  /** False while the pair is in memory only and lost at quit: there is no keyring, or the disk refuses it. */
  readonly persisted: boolean;
}

/** The company's token pair and its life. */
export interface Session extends AccessTokens {
  /** Reads sealed tokens back at start. */
  load(): Promise<SessionStatus>;
  /** Keeps a pasted pair. Resolves when it is durable (or held in memory, when the vault says so). */
  signIn(pair: { apiToken: Secret; refreshToken: Secret }): Promise<void>;
  signOut(): Promise<void>;
  status(): SessionStatus;
  onChange(listener: (status: SessionStatus) => void): () => void;
  /** Resolves when no refresh is under way: where the server rotates, its answer holds the only pair that is good. */
  settled(): Promise<void>;
  dispose(): void;
}
