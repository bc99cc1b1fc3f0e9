import { createActivity } from './activity.ts';
import { createClock, type SimulatorClock } from './clock.ts';
import { DIALECTS, type Dialect } from './dialects/dialects.ts';
import { createEventLog } from './event-log.ts';
import { createFaultScript } from './faults.ts';
import { createMutations } from './mutations.ts';
import type { WorldOptions } from './options.ts';
import { createOracle } from './oracle.ts';
import type { SimulatorParts } from './parts.ts';
import { createRateLimiter } from './rate-limit.ts';
import { createRowTimes } from './row-times.ts';
import { createSpelling } from './spelling.ts';
import { systemAfter } from './timers.ts';
import { createTokenRegistry } from './tokens.ts';
import { createWebhooks } from './webhooks.ts';
import { createWireRows } from './wire-row.ts';
import { generateWorld } from './world/generate.ts';
import { createRandom } from './world/random.ts';

const DEFAULT_TICKETS = 500;
const DEFAULT_SEED = 1;

/** How to speak: a dialect, or a profile from elsewhere. */
function manner({ dialect, profile }: WorldOptions): Pick<Dialect, 'profile'> & Partial<Pick<Dialect, 'name' | 'keys' | 'tokenRules'>> {
  if (profile === undefined) return DIALECTS[dialect ?? 'standard'];
  if (dialect !== undefined) throw new Error('a dialect brings its own profile');
  return { profile };
}

function clockOf({ realTime, serverStart, clockSpeed, dateSkewMs }: WorldOptions): SimulatorClock {
  return createClock({ ...(realTime ? { real: realTime } : {}), ...(serverStart === undefined ? {} : { start: serverStart }), speed: clockSpeed ?? 1, dateSkewMs: dateSkewMs ?? 0 });
}

/** Makes everything a simulator is made of, without a socket or a timer. Throws when both a dialect and a profile are asked for. */
export function assemble(options: WorldOptions): SimulatorParts {
  const { profile, name, keys, tokenRules } = manner(options);
  const { seed = DEFAULT_SEED, tickets = DEFAULT_TICKETS, after = systemAfter } = options;
  const clock = clockOf(options);
  const times = createRowTimes(options.times);
  const world = generateWorld({ seed, tickets, start: clock.now(), times });
  const spelling = createSpelling(keys ?? null);
  const wire = createWireRows(profile, world.catalog.companyId, spelling);
  const events = createEventLog();
  const webhooks = createWebhooks({ profile, clock, events, wire, ...(options.post ? { post: options.post } : {}) });
  const mutations = createMutations({ world, clock, events, webhooks, times });
  const activity = createActivity({ world, clock, mutations, after, stream: createRandom(seed, 'activity'), asked: createRandom(seed, 'asked') });
  return {
    profile, dialect: name ?? null, spelling, after, clock, world, wire, events, webhooks, mutations, activity,
    tokens: createTokenRegistry(() => clock.now(), { ...tokenRules, ...options.tokenRules }),
    limiter: createRateLimiter(options.rateRules),
    faults: createFaultScript(),
    oracle: createOracle(),
  };
}
