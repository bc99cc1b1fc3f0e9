import type { ApiProfile } from '../contract/profile/schema.ts';
import type { Activity } from './activity.ts';
import type { SimulatorClock } from './clock.ts';
import type { EventLog } from './event-log.ts';
import type { FaultScript } from './faults.ts';
import type { Mutations } from './mutations.ts';
import type { Oracle } from './oracle.ts';
import type { RateLimiter } from './rate-limit.ts';
import type { TokenRegistry } from './tokens.ts';
import type { Webhooks } from './webhooks.ts';
import type { WireRows } from './wire-row.ts';
import type { World } from './world/world.ts';

/** Everything a simulator is made of; simulator.ts puts it together, the two servers use it. */
export interface SimulatorParts {
  readonly profile: ApiProfile;
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
