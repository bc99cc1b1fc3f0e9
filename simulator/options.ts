import type { ApiProfile } from '../contract/profile/schema.ts';
import type { DialectName } from './dialects/dialect.ts';
import type { RateRules } from './rate-limit.ts';
import type { TimeFaults } from './row-times.ts';
import type { After } from './timers.ts';
import type { Permission, TokenRules } from './tokens.ts';
import type { Post } from './webhooks.ts';

/** What a simulated Cxpress is made with, whether it listens or not; everything has a default. */
export interface WorldOptions {
  /** Size of the world. */
  readonly tickets?: number;
  readonly seed?: number;
  /** Changes that happen by themselves; 0 for none. */
  readonly activityPerMinute?: number;
  /** Server milliseconds per real millisecond: 60 makes an API token live a minute. */
  readonly clockSpeed?: number;
  /** What the first token pair may call; everything when left out. */
  readonly permissions?: readonly Permission[];
  readonly tokenRules?: Partial<TokenRules>;
  readonly rateRules?: Partial<RateRules>;
  /** One of the simulator's own ways of speaking; `standard` when neither this nor `profile` is given. */
  readonly dialect?: DialectName;
  /** An API profile to speak instead of a dialect. Giving both is an error. */
  readonly profile?: ApiProfile;
  /** What is wrong with the rows' update times. */
  readonly times?: TimeFaults;
  /** How far the `Date` header is from server time. */
  readonly dateSkewMs?: number;
  /** Real time in epoch ms, for tests that hold the clock; it must not go back. */
  readonly realTime?: () => number;
  /** Server time at the start, epoch ms; the real time when left out. */
  readonly serverStart?: number;
  /** Timers on real time (scripted latencies, live changes), for tests that hold the clock. */
  readonly after?: After;
  /** Sends a webhook and resolves with the receiver's status; over HTTP when left out. */
  readonly post?: Post;
}

/** What a listening simulator is started with. */
export interface SimulatorOptions extends WorldOptions {
  /** 0 takes a free port. */
  readonly port?: number;
  /** Address the API listens on; the control API is on loopback whatever this says. */
  readonly host?: string;
  readonly controlPort?: number;
}
