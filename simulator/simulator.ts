import { randomBytes } from 'node:crypto';
import { CXPRESS_1_0 } from '../contract/profile/cxpress-1.0.ts';
import type { ApiProfile } from '../contract/profile/schema.ts';
import { createActivity } from './activity.ts';
import { createClock } from './clock.ts';
import { createControlHandler } from './control/handler.ts';
import { createEventLog } from './event-log.ts';
import { createFaultScript } from './faults.ts';
import { createApiHandler } from './http/api-handler.ts';
import { listen } from './http/listen.ts';
import { createMutations } from './mutations.ts';
import { createOracle } from './oracle.ts';
import type { SimulatorParts } from './parts.ts';
import { createRateLimiter, type RateRules } from './rate-limit.ts';
import { createTokenRegistry, type Permission, type TokenPair, type TokenRules } from './tokens.ts';
import { createWebhooks } from './webhooks.ts';
import { createWireRows } from './wire-row.ts';
import { generateWorld } from './world/generate.ts';
import { createRandom } from './world/random.ts';

/** What a simulator is started with; everything has a default. */
export interface SimulatorOptions {
  /** 0 takes a free port. */
  readonly port?: number;
  /** Address the API listens on; the control API is on loopback whatever this says. */
  readonly host?: string;
  readonly controlPort?: number;
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
  /** The API profile to speak. */
  readonly profile?: ApiProfile;
  /** Real time in epoch ms, for tests that hold the clock; it must not go back. */
  readonly realTime?: () => number;
}

/** A running simulator. */
export interface Simulator extends TokenPair {
  /** The API's address, without the version prefixes of the profile. */
  readonly baseUrl: string;
  /** The control API's address with its key; operations are paths below it, e.g. `${control}/oracle`. */
  readonly control: string;
  /** The same things in process, for tests that embed it. */
  readonly parts: SimulatorParts;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
/** Addresses to listen on that nobody can connect to by name. */
const EVERYWHERE = new Set(['0.0.0.0', '::']);
const DEFAULT_TICKETS = 500;
const DEFAULT_SEED = 1;

function assemble(options: SimulatorOptions): SimulatorParts {
  const profile = options.profile ?? CXPRESS_1_0;
  const seed = options.seed ?? DEFAULT_SEED;
  const clock = createClock({ ...(options.realTime ? { real: options.realTime } : {}), speed: options.clockSpeed ?? 1 });
  const world = generateWorld({ seed, tickets: options.tickets ?? DEFAULT_TICKETS, start: clock.now() });
  const wire = createWireRows(profile, world.catalog.companyId);
  const events = createEventLog();
  const webhooks = createWebhooks({ profile, clock, events, wire });
  const mutations = createMutations({ world, clock, events, webhooks });
  const activity = createActivity({ world, clock, mutations, stream: createRandom(seed, 'activity'), asked: createRandom(seed, 'asked') });
  return {
    profile, clock, world, wire, events, webhooks, mutations, activity,
    tokens: createTokenRegistry(() => clock.now(), options.tokenRules),
    limiter: createRateLimiter(options.rateRules),
    faults: createFaultScript(),
    oracle: createOracle(),
  };
}

function inAddress(host: string): string {
  const reachable = EVERYWHERE.has(host) ? LOOPBACK : host;
  return reachable.includes(':') ? `[${reachable}]` : reachable;
}

/** Starts a Cxpress with its own world, clock and control API. Rejects when a port cannot be had. */
export async function createSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const host = options.host ?? LOOPBACK;
  const parts = assemble(options);
  const key = randomBytes(18).toString('base64url');
  const api = await listen(createApiHandler(parts), host, options.port ?? 0);
  const control = await listen(createControlHandler(parts, key), LOOPBACK, options.controlPort ?? 0).catch(async (error: unknown) => {
    await api.close();
    throw error;
  });
  parts.activity.setPerMinute(options.activityPerMinute ?? 0);
  return {
    ...parts.tokens.issue(options.permissions),
    baseUrl: `http://${inAddress(host)}:${api.port}`,
    control: `http://${LOOPBACK}:${control.port}/${key}`,
    parts,
    async close() {
      parts.activity.dispose();
      parts.webhooks.dispose();
      await Promise.all([api.close(), control.close()]);
    },
  };
}
