import type { Entity } from '../../contract/entity.ts';
import type { ChangeEvent, QuietChange } from '../event-log.ts';
import type { ActiveFault, FaultInput } from '../faults.ts';
import type { RequestEntry } from '../oracle.ts';
import type { TokenPair } from '../tokens.ts';
import type { WebhookReport } from '../webhooks.ts';
import type { JsonValue } from '../world/item.ts';
import type { EntityRow } from '../world/entity-row.ts';
import type { OracleReport } from './oracle-report.ts';
import type { ClockInput, EmitInput, RateInput, TokensInput, WebhookInput } from './schemas.ts';

/** What `GET /world` tells. */
export interface WorldReport {
  readonly seed: number;
  readonly counts: Readonly<Record<Entity, number>>;
  readonly agents: readonly { readonly id: string; readonly name: string }[];
  readonly companyId: string;
}

/** The control API for scripts in another process; every call rejects with the simulator's sentence when it is refused. */
export interface ControlClient {
  oracle(): Promise<OracleReport>;
  world(): Promise<WorldReport>;
  events(since?: number): Promise<readonly ChangeEvent[]>;
  requests(since?: number): Promise<readonly RequestEntry[]>;
  /** All rows of an entity, page by page. */
  entities(entity: Entity, options?: { deleted?: boolean }): Promise<readonly EntityRow[]>;
  /** What a reader may see now, all at once; see world.ts. */
  visible(entity: Entity): Promise<readonly EntityRow[]>;
  entity(entity: Entity, id: string): Promise<EntityRow>;
  emit(event: EmitInput): Promise<readonly ChangeEvent[]>;
  patch(entity: Entity, id: string, fields: Readonly<Record<string, JsonValue>>): Promise<ChangeEvent>;
  remove(entity: Entity, id: string): Promise<ChangeEvent>;
  /** Lets a row go without a trace, or come back; see {@link QuietChange}. */
  quietly(how: QuietChange, entity: Entity, id: string, options?: { readonly tell?: boolean }): Promise<ChangeEvent>;
  fault(fault: FaultInput): Promise<ActiveFault>;
  clearFaults(): Promise<void>;
  webhook(settings: WebhookInput): Promise<WebhookReport>;
  clock(change: ClockInput): Promise<{ readonly now: number; readonly speed: number; readonly dateSkewMs: number }>;
  tokens(wish?: TokensInput): Promise<TokenPair>;
  revoke(which: 'api' | 'refresh' | 'all'): Promise<void>;
  activity(perMinute: number): Promise<void>;
  rate(change: RateInput): Promise<OracleReport['rate']>;
}

const PAGE = 10_000;

/** Makes a {@link ControlClient} for the `control` address that a simulator printed. */
export function createControlClient(control: string): ControlClient {
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${control}${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const answer = (await response.json()) as { error?: string };
    if (!response.ok) throw new Error(`${method} ${path}: ${answer.error ?? response.status}`);
    return answer;
  };
  const path = (entity: Entity, id: string): string => `/entities/${entity}/${encodeURIComponent(id)}`;
  return {
    oracle: async () => (await call('GET', '/oracle')) as OracleReport,
    world: async () => (await call('GET', '/world')) as WorldReport,
    events: async (since = 0) => ((await call('GET', `/events?since=${since}&limit=${PAGE}`)) as { events: ChangeEvent[] }).events,
    requests: async (since = 0) => ((await call('GET', `/requests?since=${since}&limit=${PAGE}`)) as { requests: RequestEntry[] }).requests,
    async entities(entity, options = {}) {
      const rows: EntityRow[] = [];
      for (;;) {
        const page = (await call('GET', `/entities/${entity}?offset=${rows.length}&limit=${PAGE}&deleted=${options.deleted === true}`)) as { total: number; rows: EntityRow[] };
        rows.push(...page.rows);
        if (page.rows.length === 0 || rows.length >= page.total) return rows;
      }
    },
    visible: async (entity) => ((await call('GET', `/visible/${entity}`)) as { rows: EntityRow[] }).rows,
    entity: async (entity, id) => (await call('GET', path(entity, id))) as EntityRow,
    emit: async (event) => ((await call('POST', '/events', event)) as { events: ChangeEvent[] }).events,
    patch: async (entity, id, fields) => (await call('PATCH', path(entity, id), fields)) as ChangeEvent,
    remove: async (entity, id) => (await call('DELETE', path(entity, id))) as ChangeEvent,
    async quietly(how, entity, id, options = {}) {
      const { events } = (await call('POST', '/events', { action: how, entity, id, ...options })) as { events: [ChangeEvent] };
      return events[0];
    },
    fault: async (fault) => (await call('POST', '/faults', fault)) as ActiveFault,
    clearFaults: async () => void (await call('DELETE', '/faults')),
    webhook: async (settings) => (await call('PUT', '/webhook', settings)) as WebhookReport,
    clock: async (change) => (await call('POST', '/clock', change)) as { now: number; speed: number; dateSkewMs: number },
    tokens: async (wish = {}) => (await call('POST', '/tokens', wish)) as TokenPair,
    revoke: async (which) => void (await call('POST', '/tokens/revoke', { which })),
    activity: async (perMinute) => void (await call('POST', '/activity', { perMinute })),
    rate: async (change) => (await call('POST', '/rate', change)) as OracleReport['rate'],
  };
}
