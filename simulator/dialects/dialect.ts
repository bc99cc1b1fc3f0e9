import type { ApiProfile } from '../../contract/profile/schema.ts';
import type { KeyStyle } from '../spelling.ts';
import type { TokenRules } from '../tokens.ts';

/** Ways of speaking that the simulator knows. */
export const DIALECT_NAMES = ['standard', 'offset', 'cursor', 'link', 'nextlink', 'bare', 'versions'] as const;
/** One of {@link DIALECT_NAMES}. */
export type DialectName = (typeof DIALECT_NAMES)[number];

/** One way to offer the same world. */
export interface Dialect {
  readonly name: DialectName;
  /** What a reader must be told; everything that differs between dialects is in it, except the spelling of keys. */
  readonly profile: ApiProfile;
  /** Spelling of every key in a reply, envelopes and unknown fields included; readers fold names. */
  readonly keys: KeyStyle;
  /** What sets it apart, in one sentence. */
  readonly says: string;
  /** How its tokens live unless the simulator's options say otherwise. */
  readonly tokenRules?: Partial<TokenRules>;
}
