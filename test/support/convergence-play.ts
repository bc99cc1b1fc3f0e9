import { ENTITIES } from '../../contract/entity.ts';
import type { Entity } from '../../contract/entity.ts';
import type { DialectName } from '../../simulator/dialects/dialects.ts';
import type { FaultInput } from '../../simulator/faults.ts';
import { convergenceWorld } from './convergence-world.ts';
import type { ConvergenceWorld, WorldChoices } from './convergence-world.ts';

/** What one run did; every number was counted while it ran. */
export interface PlayResult {
  /** What differed at the end; empty when the copy equals the server. */
  readonly differences: readonly string[];
  /** What was done, in order, for whoever looks for the reason. */
  readonly script: readonly string[];
  readonly counts: {
    readonly commands: number;
    readonly mutations: number;
    readonly hints: number;
    readonly requests: number;
    readonly faults: number;
    readonly restarts: number;
    readonly rowsCompared: number;
  };
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Reconciling comes every six hours; one that began before the faults ended proves nothing, so the next one counts. */
const QUIET_MS = 7 * HOUR;
/** Seconds between polls in the quiet time: what polls bring is there after the first. */
const QUIET_INTERVAL_SECONDS = 3600;
/** Entities with a life; the others change now and then. */
const LIVELY = ['ticket', 'ticket', 'task', 'consumer'] as const satisfies readonly Entity[];

/** Random choices from a seed: the same seed, the same choices. */
export interface Dice {
  /** From 0 up to 1. */
  next(): number;
  int(below: number): number;
  pick<T>(list: readonly T[]): T;
  chance(share: number): boolean;
}

/** Makes {@link Dice} (mulberry32). */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number): number => Math.floor(next() * below);
  return { next, int, chance: (share) => next() < share, pick: (list) => list[int(list.length)] as (typeof list)[number] };
}

function choose(seed: number, dialect: DialectName, roll: Dice): WorldChoices {
  const twisted = roll.chance(0.5);
  return {
    seed, dialect,
    tickets: 4 + roll.int(10),
    pageSize: 2 + roll.int(5),
    times: twisted
      ? { granularityMs: roll.pick([1, 1000, MINUTE]), missing: roll.pick([0, 0, 0.2]), skewMs: roll.pick([0, 1000, 5 * MINUTE]) }
      : {},
    dateSkewMs: twisted ? roll.pick([0, 0, -10 * MINUTE, 10 * MINUTE]) : 0,
    budget: roll.chance(0.2) ? 60 : null,
  };
}

/** Kinds of change, as often as they are chosen. */
const WHAT = ['update', 'update', 'update', 'reassign', 'remove', 'erase', 'forbid', 'unlist', 'mass', 'back', 'undelete'] as const;
type What = (typeof WHAT)[number];

/** What people do at the server: each call is one change, or one burst of a mass edit. Returns what it did. */
function mutator({ simulator }: ConvergenceWorld, exact: boolean, roll: Dice): () => string {
  const { world, mutations, clock } = simulator.parts;
  const deleted: [Entity, string][] = [];
  let serial = 0;
  const anyId = (entity: Entity): string | null => {
    const { rows } = world.collections[entity].list({ since: null, descending: true, offset: 0, limit: 1000 });
    return rows.length === 0 ? null : roll.pick(rows).id;
  };
  const text = (): Record<string, string> => ({ status: `state ${++serial}`, name: `name ${serial}` });
  const update = (entity: Entity, id: string): void => void mutations.update(entity, id, text());
  const changes: Record<What, (entity: Entity, id: string) => void> = {
    update,
    reassign: (entity, id) => void mutations.update(entity, id, { assigneeId: `agent-${roll.int(3)}`, assigneeName: `Agent ${roll.int(3)}` }),
    remove(entity, id) {
      mutations.remove(entity, id);
      deleted.push([entity, id]);
    },
    undelete() {
      const found = exact && deleted.length > 0 ? deleted.splice(roll.int(deleted.length), 1)[0] : undefined;
      if (found) mutations.update(found[0], found[1], { deletedAt: null });
    },
    /** One time for many rows; each gets it as its newest. */
    mass(entity) {
      const updatedAt = clock.now();
      const { rows } = world.collections[entity].list({ since: null, descending: true, offset: 0, limit: 8 });
      if (exact) for (const row of rows) if (row.updatedAt < updatedAt) mutations.update(entity, row.id, { ...text(), updatedAt });
    },
    erase: (entity, id) => void mutations.quietly('erase', entity, id, { tell: roll.chance(0.3) }),
    forbid: (entity, id) => void mutations.quietly('forbid', entity, id, { tell: roll.chance(0.3) }),
    unlist: (entity, id) => void mutations.quietly('unlist', entity, id, { tell: roll.chance(0.3) }),
    back(entity) {
      const hidden = (['forbidden', 'unlisted'] as const).flatMap((how) => world.collections[entity].hiddenIds(how).map((row) => [how, row] as const));
      const found = hidden.length === 0 ? null : roll.pick(hidden);
      if (found) mutations.quietly(found[0] === 'forbidden' ? 'permit' : 'list', entity, found[1]);
    },
  };
  const one = (entity: Entity, id: string | null): string => {
    if (id === null || roll.chance(0.2)) {
      mutations.create(entity, { name: `new ${++serial}`, subject: `new ${serial}`, title: `new ${serial}` }, `made-${serial}`);
      return `create ${entity} made-${serial}`;
    }
    const what = roll.pick(WHAT);
    changes[what](entity, id);
    return `${what} ${entity} ${id}`;
  };
  return () => {
    const entity = roll.chance(0.85) ? roll.pick(LIVELY) : roll.pick(ENTITIES);
    return one(entity, anyId(entity));
  };
}

const FAULTS: readonly FaultInput[] = [
  { kind: 'drop' }, { kind: 'html' }, { kind: 'truncated' }, { kind: 'brokenJson' }, { kind: 'status', status: 503 }, { kind: 'status', status: 500, count: 3 },
  { kind: 'latency', ms: 3000, count: 3 }, { kind: 'hang' },
];

/**
 * Plays one run: a world of its own, random commands, changes in the middle of what is being read, faults, restarts and
 * clock steps; then a quiet time, and the comparison. Never rejects for what the engine does; `differences` tell.
 */
export async function playConvergence(seed: number, dialect: DialectName): Promise<PlayResult> {
  const roll = dice(seed);
  const choices = choose(seed, dialect, roll);
  const world = await convergenceWorld(choices);
  const { clock, simulator } = world;
  const { granularityMs = 1, missing = 0 } = choices.times;
  const mutate = mutator(world, granularityMs === 1 && missing === 0, roll);
  const script: string[] = [JSON.stringify(choices)];
  const counts = { commands: 0, mutations: 0, hints: 0, restarts: 0 };
  const said = (what: string): void => void script.push(`${clock.mono()}: ${what}`);
  const change = (during: boolean): void => {
    counts.mutations += 1;
    said(`${mutate()}${during ? ' (before an answer)' : ''}`);
  };
  const hint = (): void => {
    const entity = roll.pick(LIVELY);
    const ids = [...simulator.parts.world.collections[entity].list({ since: 0, descending: true, offset: 0, limit: 4 }).rows.map(({ id }) => id), 'forged', 'made-1'];
    // Old ones, doubles, and what never was.
    for (let i = roll.int(4); i >= 0; i--) {
      const id = roll.pick(ids);
      counts.hints += 1;
      world.engine().hint(entity, id);
      said(`hint ${entity} ${id}`);
    }
  };
  const open = (): void => {
    const entity = roll.pick(['ticket', 'task'] as const);
    const { rows } = simulator.parts.world.collections[entity].list({ since: 0, descending: true, offset: 0, limit: 4 });
    const id = rows.length === 0 ? 'forged' : roll.pick(rows).id;
    said(`open ${entity} ${id}`);
    world.open(entity, id);
  };
  const command = async (): Promise<void> => {
    counts.commands += 1;
    const what = roll.next();
    if (what < 0.38) change(false);
    else if (what < 0.5) hint();
    else if (what < 0.53) open();
    else if (what < 0.62) {
      const fault = roll.pick(FAULTS);
      simulator.parts.faults.add(fault);
      said(`fault ${JSON.stringify(fault)}`);
    } else if (what < 0.64) {
      simulator.parts.limiter.block('127.0.0.1', simulator.parts.clock.real());
      said('block');
    } else if (what < 0.7) {
      counts.restarts += 1;
      said('restart');
      await world.restart();
    } else if (what < 0.73) {
      const step = roll.pick([-24 * HOUR, -HOUR, -5000, 5000, HOUR, 24 * HOUR]);
      clock.jumpWall(step);
      said(`wall clock ${step}`);
    } else if (what < 0.75) world.engine().wake();
    else if (what < 0.77) void world.engine().syncNow();
    else {
      const ms = roll.pick([0, 20, 200, 1500, 10_000, 5 * MINUTE, 12 * MINUTE, 50 * MINUTE]);
      said(`${ms} ms pass`);
      await clock.advance(ms);
    }
  };

  try {
    const commands = 8 + roll.int(25);
    world.onRequest = () => {
      if (roll.chance(0.12)) change(true);
    };
    world.engine().start();
    for (let i = 0; i < commands; i++) await command();
    world.onRequest = () => undefined;
    const faults = simulator.parts.oracle.requests(0, Number.MAX_SAFE_INTEGER).filter(({ fault }) => fault !== null).length;
    simulator.parts.faults.clear();
    simulator.parts.limiter.unblock();
    said('quiet');
    world.engine().setInterval(QUIET_INTERVAL_SECONDS);
    await clock.advance(QUIET_MS);
    const differences = await world.differences();
    const { phase } = world.engine().status();
    if (phase !== 'live') differences.push(`phase ${phase}: ${JSON.stringify(world.engine().status().error)}`);
    return { differences, script, counts: { ...counts, requests: world.requests(), faults, rowsCompared: world.compared() } };
  } finally {
    await world.dispose();
  }
}
