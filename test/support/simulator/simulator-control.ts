import type { Entity } from '../../../contract/entity.ts';
import type { OracleReport } from '../../../simulator/control/oracle-report.ts';
import type { EntityRow } from '../../../simulator/control/entity-rows.ts';
import type { ClockInput, EmitInput, RateInput, TokensInput, WebhookInput } from '../../../simulator/control/schemas.ts';
import type { ChangeEvent } from '../../../simulator/event-log.ts';
import type { FaultInput } from '../../../simulator/faults.ts';

/** A token pair as the owner's screen shows it. */
export interface TokenPair {
  readonly apiToken: string;
  readonly refreshToken: string;
}

/** The simulator's control API, call by call. Each rejects with the simulator's own sentence. */
export interface SimulatorControl {
  oracle(): Promise<OracleReport>;
  events(since?: number): Promise<ChangeEvent[]>;
  requests(since?: number): Promise<{ seq: number; operation: string; status: number; path: string }[]>;
  emit(body: EmitInput): Promise<ChangeEvent[]>;
  change(entity: Entity, id: string, fields: Record<string, unknown>): Promise<ChangeEvent>;
  remove(entity: Entity, id: string): Promise<ChangeEvent>;
  rows(entity: Entity, limit?: number): Promise<EntityRow[]>;
  webhook(body: WebhookInput): Promise<void>;
  activity(perMinute: number): Promise<void>;
  clock(body: ClockInput): Promise<void>;
  tokens(body: TokensInput): Promise<TokenPair>;
  revoke(which: 'api' | 'refresh' | 'all'): Promise<void>;
  rate(body: RateInput): Promise<void>;
  fault(body: FaultInput): Promise<void>;
  clearFaults(): Promise<void>;
}

/** Makes a {@link SimulatorControl} for the `control` address that the simulator printed. */
export function control(base: string): SimulatorControl {
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const init: RequestInit = { method };
    if (body !== undefined) {
      init.headers = { 'content-type': 'application/json' };
      init.body = JSON.stringify(body);
    }
    const reply = await fetch(`${base.replace(/\/$/, '')}${path}`, init);
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${text}`);
    return (text === '' ? null : JSON.parse(text)) as T;
  };
  return {
    oracle: () => call('GET', '/oracle'),
    events: async (since = 0) => (await call<{ events: ChangeEvent[] }>('GET', `/events?since=${since}&limit=10000`)).events,
    requests: async (since = 0) => (await call<{ requests: { seq: number; operation: string; status: number; path: string }[] }>('GET', `/requests?since=${since}&limit=10000`)).requests,
    emit: async (body) => (await call<{ events: ChangeEvent[] }>('POST', '/events', body)).events,
    change: (entity, id, fields) => call('PATCH', `/entities/${entity}/${encodeURIComponent(id)}`, fields),
    remove: (entity, id) => call('DELETE', `/entities/${entity}/${encodeURIComponent(id)}`),
    rows: async (entity, limit = 10_000) => (await call<{ rows: EntityRow[] }>('GET', `/entities/${entity}?limit=${limit}`)).rows,
    webhook: (body) => call('PUT', '/webhook', body),
    activity: (perMinute) => call('POST', '/activity', { perMinute }),
    clock: (body) => call('POST', '/clock', body),
    tokens: (body) => call('POST', '/tokens', body),
    revoke: (which) => call('POST', '/tokens/revoke', { which }),
    rate: (body) => call('POST', '/rate', body),
    fault: (body) => call('POST', '/faults', body),
    clearFaults: () => call('DELETE', '/faults'),
  };
}
