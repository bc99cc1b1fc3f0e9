import { faultSchema } from '../faults.ts';
import type { SimulatorParts } from '../parts.ts';
import { countWorld, visible } from '../world/world.ts';
import { ControlError } from './control-error.ts';
import { entityRow } from '../world/entity-row.ts';
import { oracleReport } from './oracle-report.ts';
import { activityBody, clockBody, emitBody, entitiesQuery, entityParameter, idParameter, patchBody, rateBody, revokeBody, sinceQuery, tokensBody, webhookBody } from './schemas.ts';

/** One control call as it came: all three parts are still to be checked. */
export interface ControlCall {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A control operation; what it returns is its JSON answer. */
export interface ControlRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `:name` stands for one segment. */
  readonly path: string;
  readonly run: (call: ControlCall) => unknown;
}

/** The address that `POST /rate` blocks when none is named: readers on this machine. */
const THIS_MACHINE = '127.0.0.1';
/** Older than any row. */
const BEGINNING = -Infinity;

function noSuchRow(): ControlError {
  return new ControlError(404, 'There is no such row.');
}

/** What happened, and what there is. */
function readingRoutes(parts: SimulatorParts): ControlRoute[] {
  const { world, oracle, events } = parts;
  return [
    { method: 'GET', path: '/oracle', run: () => oracleReport(parts) },
    { method: 'GET', path: '/world', run: () => ({ seed: world.seed, counts: countWorld(world), agents: world.catalog.agents, companyId: world.catalog.companyId }) },
    {
      method: 'GET', path: '/events',
      run({ query }) {
        const { since, limit } = sinceQuery.parse(query);
        return { events: events.since(since, limit), total: events.total() };
      },
    },
    {
      method: 'GET', path: '/requests',
      run({ query }) {
        const { since, limit } = sinceQuery.parse(query);
        return { requests: oracle.requests(since, limit) };
      },
    },
    {
      method: 'GET', path: '/entities/:entity',
      run({ parameters, query }) {
        const { offset, limit, deleted } = entitiesQuery.parse(query);
        const page = world.collections[entityParameter.parse(parameters['entity'])].list({ since: deleted === 'true' ? BEGINNING : null, descending: false, offset, limit });
        return { total: page.total, rows: page.rows.map(entityRow) };
      },
    },
    { method: 'GET', path: '/visible/:entity', run: ({ parameters }) => ({ rows: visible(world, entityParameter.parse(parameters['entity'])) }) },
    {
      method: 'GET', path: '/entities/:entity/:id',
      run({ parameters }) {
        const item = world.collections[entityParameter.parse(parameters['entity'])].get(idParameter.parse(parameters['id']));
        if (!item) throw noSuchRow();
        return entityRow(item);
      },
    },
  ];
}

/** Changes to rows. */
function changingRoutes({ mutations, activity }: SimulatorParts): ControlRoute[] {
  return [
    {
      method: 'POST', path: '/events',
      run({ body }) {
        const { count, ...chance } = emitBody.parse(body);
        const happened = Array.from({ length: count }, () => activity.happen(chance));
        const events = happened.filter((event) => event !== null);
        if (events.length === 0) throw noSuchRow();
        return { events };
      },
    },
    {
      method: 'PATCH', path: '/entities/:entity/:id',
      run({ parameters, body }) {
        const event = mutations.update(entityParameter.parse(parameters['entity']), idParameter.parse(parameters['id']), patchBody.parse(body));
        if (!event) throw noSuchRow();
        return event;
      },
    },
    {
      method: 'DELETE', path: '/entities/:entity/:id',
      run({ parameters }) {
        const event = mutations.remove(entityParameter.parse(parameters['entity']), idParameter.parse(parameters['id']));
        if (!event) throw noSuchRow();
        return event;
      },
    },
  ];
}

/** How the server behaves. */
function behaviourRoutes(parts: SimulatorParts): ControlRoute[] {
  const { faults, webhooks, clock, tokens, activity, limiter } = parts;
  return [
    { method: 'GET', path: '/faults', run: () => ({ faults: faults.list() }) },
    { method: 'POST', path: '/faults', run: ({ body }) => faults.add(faultSchema.parse(body)) },
    {
      method: 'DELETE', path: '/faults',
      run() {
        faults.clear();
        return { faults: [] };
      },
    },
    { method: 'GET', path: '/webhook', run: () => webhooks.report() },
    {
      method: 'PUT', path: '/webhook',
      run({ body }) {
        webhooks.configure(webhookBody.parse(body));
        return webhooks.report();
      },
    },
    {
      method: 'POST', path: '/clock',
      run({ body }) {
        const { advanceMs, speed, dateSkewMs } = clockBody.parse(body);
        if (advanceMs !== undefined) clock.advance(advanceMs);
        if (speed !== undefined) clock.setSpeed(speed);
        if (dateSkewMs !== undefined) clock.setDateSkew(dateSkewMs);
        return { now: clock.now(), speed: clock.speed(), dateSkewMs: clock.dateSkew() };
      },
    },
    {
      method: 'POST', path: '/tokens',
      run({ body }) {
        const { permissions, ...rules } = tokensBody.parse(body);
        return tokens.issue(permissions, rules);
      },
    },
    {
      method: 'POST', path: '/tokens/revoke',
      run({ body }) {
        const { which } = revokeBody.parse(body);
        tokens.revoke(which);
        return { revoked: which };
      },
    },
    {
      method: 'POST', path: '/activity',
      run({ body }) {
        activity.setPerMinute(activityBody.parse(body).perMinute);
        return { perMinute: activity.perMinute() };
      },
    },
    {
      method: 'POST', path: '/rate',
      run({ body }) {
        const { block, address, ...rules } = rateBody.parse(body);
        limiter.configure(rules);
        if (block === true) limiter.block(address ?? THIS_MACHINE, clock.real());
        if (block === false) limiter.unblock(address);
        return oracleReport(parts).rate;
      },
    },
  ];
}

/** Every control operation of a simulator. */
export function controlRoutes(parts: SimulatorParts): readonly ControlRoute[] {
  return [...readingRoutes(parts), ...changingRoutes(parts), ...behaviourRoutes(parts)];
}
