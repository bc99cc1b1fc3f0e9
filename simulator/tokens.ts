import { randomBytes } from 'node:crypto';
import { ENTITIES, type Entity } from '../contract/entity.ts';
import { API_TOKEN_LIFE_MS, REFRESH_TOKEN_LIFE_MS } from '../contract/limits.ts';
import type { OperationName } from '../contract/profile/schema.ts';

/** What a token may call: a whole entity or one operation. */
export type Permission = Entity | OperationName;

/** How tokens live. The two lives are documented; everything else is not, so each behaviour can be switched. */
export interface TokenRules {
  readonly apiTokenLifeMs: number;
  readonly refreshTokenLifeMs: number;
  /** Each refresh replaces the refresh token. */
  readonly rotate: boolean;
  /** With `rotate`: how long the replaced refresh token still works. */
  readonly rotationGraceMs: number;
  /** With `rotate`: using a replaced refresh token after its grace revokes everything of its integration. */
  readonly reuseRevokes: boolean;
  /** A refresh ends the API tokens given out before it. */
  readonly singleApiToken: boolean;
}

/** Documented lives (Cxpress API docs, "Token Validity and Management"); the plainest choice for the rest. */
export const DEFAULT_TOKEN_RULES: TokenRules = {
  apiTokenLifeMs: API_TOKEN_LIFE_MS, refreshTokenLifeMs: REFRESH_TOKEN_LIFE_MS, rotate: false, rotationGraceMs: 0, reuseRevokes: false, singleApiToken: false,
};

/** The two tokens a company owner sees once. */
export interface TokenPair {
  readonly apiToken: string;
  readonly refreshToken: string;
}

/** Outcome of a refresh call; `refreshToken` only when it was rotated. */
export type RefreshOutcome = { readonly ok: true; readonly apiToken: string; readonly refreshToken: string | null } | { readonly ok: false };

/** One refresh call, without any token text. `generation` is that of the refresh token presented; null when unknown. */
export interface RefreshEntry {
  readonly at: number;
  readonly integration: number | null;
  readonly generation: number | null;
  readonly ok: boolean;
}

/** Everything about refreshes since the start. `generations` counts successful refreshes by integration number. */
export interface RefreshReport {
  readonly total: number;
  readonly succeeded: number;
  readonly rejected: number;
  readonly generations: Readonly<Record<string, number>>;
  readonly log: readonly RefreshEntry[];
}

/** The server's side of tokens: one "integration entity" per {@link TokenRegistry.issue}. Times are server time. */
export interface TokenRegistry {
  issue(permissions?: readonly Permission[], rules?: Partial<TokenRules>): TokenPair;
  check(apiToken: string, operation: OperationName): 'ok' | 'unauthorized' | 'forbidden';
  refresh(refreshToken: string): RefreshOutcome;
  revoke(which: 'api' | 'refresh' | 'all'): void;
  report(): RefreshReport;
}

interface Integration {
  readonly number: number;
  readonly permissions: ReadonlySet<string>;
  readonly rules: TokenRules;
  generation: number;
}
interface Issued {
  readonly integration: Integration;
  readonly generation: number;
  /** Server time from which the token no longer works. */
  until: number;
  replaced: boolean;
}

const LOG_LIMIT = 1000;

/** Makes a {@link TokenRegistry}. Tokens are random, not part of the seeded world. */
export function createTokenRegistry(now: () => number, defaults: Partial<TokenRules> = {}): TokenRegistry {
  const api = new Map<string, Issued>();
  const refreshers = new Map<string, Issued>();
  const integrations: Integration[] = [];
  const log: RefreshEntry[] = [];
  const counts = { total: 0, succeeded: 0, rejected: 0 };

  const give = (registry: Map<string, Issued>, prefix: string, integration: Integration, lifeMs: number): string => {
    const token = `${prefix}_${randomBytes(32).toString('base64url')}`;
    registry.set(token, { integration, generation: integration.generation, until: now() + lifeMs, replaced: false });
    return token;
  };
  const forget = (registry: Map<string, Issued>, drop: (issued: Issued) => boolean): void => {
    for (const [token, issued] of registry) if (drop(issued)) registry.delete(token);
  };
  const note = (issued: Issued | undefined, ok: boolean): void => {
    counts.total += 1;
    counts[ok ? 'succeeded' : 'rejected'] += 1;
    log.push({ at: now(), integration: issued?.integration.number ?? null, generation: issued?.generation ?? null, ok });
    if (log.length > LOG_LIMIT) log.shift();
  };
  const rotated = (issued: Issued): string => {
    issued.replaced = true;
    issued.until = Math.min(issued.until, now() + issued.integration.rules.rotationGraceMs);
    return give(refreshers, 'cxr', issued.integration, issued.integration.rules.refreshTokenLifeMs);
  };

  return {
    issue(permissions = ENTITIES, rules = {}) {
      const integration: Integration = { number: integrations.length + 1, permissions: new Set(permissions), rules: { ...DEFAULT_TOKEN_RULES, ...defaults, ...rules }, generation: 0 };
      integrations.push(integration);
      return { apiToken: give(api, 'cxa', integration, integration.rules.apiTokenLifeMs), refreshToken: give(refreshers, 'cxr', integration, integration.rules.refreshTokenLifeMs) };
    },
    check(apiToken, operation) {
      const issued = api.get(apiToken);
      if (!issued || now() >= issued.until) return 'unauthorized';
      const entity = operation.slice(0, operation.indexOf('.'));
      const { permissions } = issued.integration;
      return permissions.has(entity) || permissions.has(operation) ? 'ok' : 'forbidden';
    },
    refresh(refreshToken) {
      const issued = refreshers.get(refreshToken);
      const alive = issued !== undefined && now() < issued.until;
      note(issued, alive);
      if (!alive) {
        if (issued?.replaced && issued.integration.rules.reuseRevokes) {
          for (const registry of [api, refreshers]) forget(registry, (other) => other.integration === issued.integration);
        }
        return { ok: false };
      }
      const { integration } = issued;
      integration.generation += 1;
      forget(api, (other) => now() >= other.until || (integration.rules.singleApiToken && other.integration === integration));
      return { ok: true, apiToken: give(api, 'cxa', integration, integration.rules.apiTokenLifeMs), refreshToken: integration.rules.rotate ? rotated(issued) : null };
    },
    revoke(which) {
      if (which !== 'refresh') api.clear();
      if (which !== 'api') refreshers.clear();
    },
    report: () => ({ ...counts, generations: Object.fromEntries(integrations.map(({ number, generation }) => [number, generation])), log: [...log] }),
  };
}
