import type { ApiProfile } from '../contract/profile/schema.ts';
import type { Activity } from './activity.ts';
import type { SimulatorClock } from './clock.ts';
import type { DialectName } from './dialects/dialect.ts';
import type { EventLog } from './event-log.ts';
import type { FaultScript } from './faults.ts';
import type { Mutations } from './mutations.ts';
import type { Oracle } from './oracle.ts';
import type { RateLimiter } from './rate-limit.ts';
import type { Spelling } from './spelling.ts';
import type { After } from './timers.ts';
import type { TokenRegistry } from './tokens.ts';
import type { Webhooks } from './webhooks.ts';
import type { WireRows } from './wire-row.ts';
import type { World } from './world/world.ts';

/** Everything a simulator is made of; simulator.ts puts it together, the two servers use it. */
export interface SimulatorParts {
  readonly profile: ApiProfile;
  /** Null when the profile came from elsewhere. */
  readonly dialect: DialectName | null;
  /** Spelling of keys in replies. */
  readonly spelling: Spelling;
  readonly after: After;
  readonly clock: SimulatorClock;
  readonly world: World;
  readonly wire: WireRows;
  readonly tokens: TokenRegistry;
  readonly limiter: RateLimiter;
  readonly faults: FaultScript;
  readonly oracle: Oracle;
  readonly events: EventLog;
  readonly webhooks: Webhooks;
  readonly mutations: Mutations;
  readonly activity: Activity;
}
