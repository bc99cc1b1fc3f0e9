import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Entity } from '../../../contract/entity.ts';
import { EngineError } from '../../../core/engine-error.ts';
import { silentLogger } from '../../../core/log.ts';
import { createSyncEngine } from '../../../core/sync/engine.ts';
import type { SyncEngine } from '../../../core/sync/port.ts';
import type { Store } from '../../../core/store/store.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import type { FakeClock } from '../../support/fake-clock.ts';
import { T0 } from '../../support/records.ts';
import { scriptedApi } from '../../support/scripted-api.ts';
import type { ScriptedApi } from '../../support/scripted-api.ts';
import { tempStore } from '../../support/temp-store.ts';

/** Entities with something in them; the others stay empty lists. */
const LIVING = ['ticket', 'task', 'consumer', 'department'] as const satisfies readonly Entity[];

const entity = fc.constantFrom(...LIVING);
const id = fc.integer({ min: 0, max: 11 }).map((n) => `i${n}`);
const change = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('put' as const), entity, id, value: fc.string({ maxLength: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('bury' as const), entity, id }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('late' as const), entity, ageMs: fc.integer({ min: 0, max: 90_000 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('hint' as const), entity, id }) },
);
const vanish = fc.record({ do: fc.constant('vanish' as const), entity, id });
const failure = fc.record({ do: fc.constant('fail' as const), code: fc.constantFrom('unreachable', 'serverError', 'wrongShape', 'blocked', 'notJson' as const) });
const abilities = fc.record({ since: fc.boolean(), sorted: fc.boolean() });
type ArbitraryOf<A> = A extends fc.Arbitrary<infer T> ? T : never;
type Change = ArbitraryOf<typeof change> | ArbitraryOf<typeof vanish>;

function scenarioOf(changes: fc.Arbitrary<Change>) {
  const step = fc.oneof(
    { weight: 6, arbitrary: changes },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('advance' as const), ms: fc.constantFrom(0, 50, 1000, 31_000, 200_000) }) },
    // Time in which nobody looks: what changes around it is further apart than any overlap.
    { weight: 3, arbitrary: fc.record({ do: fc.constant('elapse' as const), ms: fc.constantFrom(5000, 600_000) }) },
    { weight: 1, arbitrary: fc.constantFrom({ do: 'restart' } as const, { do: 'wake' } as const, { do: 'syncNow' } as const) },
  );
  /** What happens inside the server just before it answers a call; most calls are left alone. */
  const interruption = fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 3, arbitrary: changes }, { weight: 1, arbitrary: failure });
  return fc.record({
    pageSize: fc.integer({ min: 1, max: 5 }),
    grainMs: fc.constantFrom(1, 1000, 60_000),
    totals: fc.boolean(),
    dates: fc.boolean(),
    canGet: fc.boolean(),
    honours: fc.oneof({ weight: 2, arbitrary: fc.constant({ since: true, sorted: true }) }, { weight: 1, arbitrary: abilities }),
    seeds: fc.integer({ min: 0, max: 12 }),
    steps: fc.array(step, { minLength: 3, maxLength: 40 }),
    interruptions: fc.array(interruption, { minLength: 1, maxLength: 40 }),
    dice: fc.integer(),
  });
}
type Scenario = ArbitraryOf<ReturnType<typeof scenarioOf>>;

interface Play {
  readonly clock: FakeClock;
  readonly api: ScriptedApi;
  readonly store: Store;
  /** Rows that were deleted once stay so: within one unit of the server's time nobody can tell the order of two states. */
  readonly buried: Set<string>;
  /** Rows that became visible late, so far. */
  late: number;
  engine: SyncEngine;
}

function apply(play: Play, what: Change): void {
  const { api, engine, buried } = play;
  if (what.do === 'late') {
    // Became visible after rows with a later time did.
    const time = api.serverNow() - what.ageMs;
    api.put(what.entity, `late${play.late++}`, { updatedAt: time, version: time });
    return;
  }
  const key = `${what.entity}:${what.id}`;
  if (what.do === 'hint') engine.hint(what.entity, what.id);
  else if (what.do === 'vanish') api.vanish(what.entity, what.id);
  else if (what.do === 'put' && !buried.has(key)) api.put(what.entity, what.id, { extra: { value: what.value } });
  else if (what.do === 'bury') {
    api.bury(what.entity, what.id);
    buried.add(key);
  }
}

/** Every row a person could see at the server is here, in the same state. */
async function expectAllHere({ api, store }: Play): Promise<void> {
  for (const one of LIVING) {
    const visible = api.visible(one);
    const held = await Promise.all([...visible.keys()].map((key) => store.record(one, key)));
    expect({ [one]: held }).toEqual({ [one]: [...visible.values()] });
  }
}

/** And nothing else is. */
async function expectNothingElse({ api, store }: Play): Promise<void> {
  const counts = await store.counts();
  for (const one of LIVING) expect({ [one]: counts[one] }).toEqual({ [one]: api.visible(one).size });
}

/** Calls that may be interrupted. A server that changes a row with every one-row page it sends is never read to its end. */
const MOST_INTERRUPTIONS = 150;

/** Plays a scenario on a fresh store, lets the faults end, and hands over for the comparison after twelve quiet minutes. */
async function play({ steps, interruptions, seeds, dice, ...server }: Scenario, compare: (play: Play) => Promise<void>): Promise<void> {
  const clock = fakeClock(T0);
  const api = scriptedApi({ clock, ...server });
  const { store } = await tempStore();
  // A filter that is ignored always shows; an order that is ignored may look like one on pages this small.
  const believed = { since: true, sorted: server.honours.sorted };
  let roll = dice >>> 0;
  const rng = (): number => (roll = (Math.imul(roll, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const make = (): SyncEngine =>
    createSyncEngine({ client: api, store, clock, logger: silentLogger, intervalSeconds: 30, rng, abilities: () => believed, onPassComplete: () => undefined });
  const now: Play = { clock, api, store, buried: new Set(), late: 0, engine: make() };
  try {
    // Older than any overlap, so that the first delta does not make up for what the first sync missed.
    for (let i = 0; i < seeds; i++) {
      LIVING.forEach((one) => api.put(one, `i${i}`));
      api.elapse(10 * 60_000);
    }
    let calls = 0;
    api.onCall = () => {
      const what = calls < MOST_INTERRUPTIONS ? interruptions[calls++ % interruptions.length] : null;
      if (!what) return null;
      if (what.do === 'fail') return new EngineError(what.code, { params: { until: clock.now() + 60_000 } });
      apply(now, what);
      return null;
    };
    now.engine.start();
    for (const what of steps) {
      if (what.do === 'advance') await clock.advance(what.ms);
      else if (what.do === 'elapse') api.elapse(what.ms);
      else if (what.do === 'wake') now.engine.wake();
      else if (what.do === 'syncNow') void now.engine.syncNow();
      else if (what.do === 'restart') {
        await now.engine.dispose();
        now.engine = make();
        now.engine.start();
      } else apply(now, what);
    }
    api.onCall = () => null;
    await clock.advance(12 * 60_000);
    await compare(now);
    expect(now.engine.status().phase).toBe('live');
  } finally {
    await now.engine.dispose();
    await store.close();
  }
}

it('after faults stop and two passes, the copy equals the server, whatever changed while it read', async () => {
  const compare = async (end: Play): Promise<void> => {
    await expectAllHere(end);
    await expectNothingElse(end);
  };
  await fc.assert(fc.asyncProperty(scenarioOf(change), (scenario) => play(scenario, compare)), { numRuns: 250 });
});

it('rows that vanish without a trace take no other row with them', async () => {
  const changes = fc.oneof({ weight: 4, arbitrary: change }, { weight: 1, arbitrary: vanish });
  // Without a total there is no way to notice it.
  const scenario = scenarioOf(changes).map((one) => ({ ...one, totals: true }));
  await fc.assert(fc.asyncProperty(scenario, (one) => play(one, expectAllHere)), { numRuns: 200 });
});
