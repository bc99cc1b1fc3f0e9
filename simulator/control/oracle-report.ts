import type { AddressCount, RequestReport } from '../oracle.ts';
import type { SimulatorParts } from '../parts.ts';
import type { AddressStanding, RateRules } from '../rate-limit.ts';
import type { RefreshReport } from '../tokens.ts';
import type { WebhookReport } from '../webhooks.ts';

/** Everything the simulator measured since its start. Times are epoch ms. */
export interface OracleReport {
  /** Real time. */
  readonly now: number;
  readonly server: { readonly now: number; readonly speed: number };
  readonly requests: RequestReport;
  readonly rate: RateRules & {
    /** Worst of all addresses, over the documented 60 s of real time, whatever `windowMs` says. */
    readonly maxInAny60s: number;
    readonly everBlocked: boolean;
    readonly addresses: Readonly<Record<string, AddressCount & AddressStanding>>;
  };
  readonly refreshes: RefreshReport;
  readonly webhooks: WebhookReport;
  readonly events: { readonly total: number };
  readonly activity: { readonly perMinute: number };
}

/** Reads the {@link OracleReport} of a running simulator. */
export function oracleReport(parts: SimulatorParts): OracleReport {
  const { clock, oracle, limiter } = parts;
  const requests = oracle.report();
  const standing = limiter.standing(clock.real());
  const free: AddressStanding = { blocks: 0, blockedUntil: null };
  const names = new Set([...Object.keys(standing), ...Object.keys(requests.byAddress)]);
  const addresses = Object.fromEntries([...names].map((name) => [name, { ...(requests.byAddress[name] ?? { total: 0, maxInAny60s: 0 }), ...(standing[name] ?? free) }]));
  return {
    now: Math.round(clock.real()),
    server: { now: clock.now(), speed: clock.speed() },
    requests,
    rate: { ...limiter.rules(), maxInAny60s: requests.maxInAny60s, everBlocked: Object.values(standing).some(({ blocks }) => blocks > 0), addresses },
    refreshes: parts.tokens.report(),
    webhooks: parts.webhooks.report(),
    events: { total: parts.events.total() },
    activity: { perMinute: parts.activity.perMinute() },
  };
}
