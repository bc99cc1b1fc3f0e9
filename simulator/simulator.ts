import { randomBytes } from 'node:crypto';
import type { Entity } from '../contract/entity.ts';
import { assemble } from './assemble.ts';
import { createControlHandler } from './control/handler.ts';
import { createAnswerer } from './http/answerer.ts';
import { createApiHandler } from './http/api-handler.ts';
import { listen } from './http/listen.ts';
import { createInProcessFetch, type InProcessFetch } from './in-process.ts';
import type { SimulatorOptions } from './options.ts';
import type { SimulatorParts } from './parts.ts';
import type { TokenPair } from './tokens.ts';
import type { EntityRow } from './world/entity-row.ts';
import { visible } from './world/world.ts';

export type { SimulatorOptions } from './options.ts';

/** A running simulator. */
export interface Simulator extends TokenPair {
  /** The API's address, without the version prefixes of the profile. */
  readonly baseUrl: string;
  /** The control API's address with its key; operations are paths below it, e.g. `${control}/oracle`. */
  readonly control: string;
  /** The same things in process, for tests that embed it. */
  readonly parts: SimulatorParts;
  /** What a reader may see now; see world.ts. */
  visible(entity: Entity): EntityRow[];
  /** The same API without sockets, as from this machine. */
  readonly fetch: InProcessFetch;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
/** Addresses to listen on that nobody can connect to by name. */
const EVERYWHERE = new Set(['0.0.0.0', '::']);

function inAddress(host: string): string {
  const reachable = EVERYWHERE.has(host) ? LOOPBACK : host;
  return reachable.includes(':') ? `[${reachable}]` : reachable;
}

/** Starts a Cxpress with its own world, clock and control API. Rejects when a port cannot be had. */
export async function createSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const host = options.host ?? LOOPBACK;
  const parts = assemble(options);
  const key = randomBytes(18).toString('base64url');
  const api = await listen(createApiHandler(createAnswerer(parts)), host, options.port ?? 0);
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
    visible: (entity) => visible(parts.world, entity),
    fetch: createInProcessFetch(parts),
    async close() {
      parts.activity.dispose();
      parts.webhooks.dispose();
      await Promise.all([api.close(), control.close()]);
    },
  };
}
