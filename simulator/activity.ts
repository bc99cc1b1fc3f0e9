import type { Entity } from '../contract/entity.ts';
import type { SimulatorClock } from './clock.ts';
import type { ChangeEvent } from './event-log.ts';
import type { FieldPatch, Mutations } from './mutations.ts';
import { lifeChange } from './world/life.ts';
import { newcomerValues } from './world/newcomers.ts';
import type { Random } from './world/random.ts';
import type { World } from './world/world.ts';

/** Things that happen in a support team, in weights. */
const HAPPENINGS = { 'create ticket': 22, 'update ticket': 55, 'create task': 7, 'update task': 10, 'create consumer': 1, 'update consumer': 5 };

/** What is to happen; whatever is not given is left to chance. `fields` fill in what a newcomer says, or are all that an update changes. */
export interface Chance {
  readonly action: 'create' | 'update' | 'delete';
  readonly entity: Entity;
  readonly id?: string;
  readonly fields?: FieldPatch;
}

/** The company at work: believable changes, by themselves or when asked. */
export interface Activity {
  /** Starts, changes or (with 0) stops the stream of changes. */
  setPerMinute(perMinute: number): void;
  perMinute(): number;
  /** Does one believable thing now; null when there is no row to do it to. */
  happen(chance: Chance): ChangeEvent | null;
  dispose(): void;
}

/** Makes an {@link Activity}. What happens comes from `stream` alone, `asked` serves {@link Activity.happen}: asking does not change the stream. */
export function createActivity(parts: { world: World; clock: SimulatorClock; mutations: Mutations; stream: Random; asked: Random }): Activity {
  const { world, clock, mutations, stream, asked } = parts;
  let perMinute = 0;
  let timer: NodeJS.Timeout | undefined;

  const act = ({ action, entity, id, fields }: Chance, random: Random): ChangeEvent | null => {
    if (action === 'create') return mutations.create(entity, { ...newcomerValues(world, entity, random, clock.now()), ...fields }, id ?? random.uuid());
    const rows = world.collections[entity];
    const item = id === undefined ? rows.pick(random) : rows.get(id);
    if (!item) return null;
    return action === 'delete' ? mutations.remove(entity, item.id) : mutations.update(entity, item.id, fields ?? lifeChange(world, entity, item, random, clock.now()));
  };
  const next = (): void => {
    const [action, entity] = stream.weighted(HAPPENINGS).split(' ') as ['create' | 'update', Entity];
    act({ action, entity }, stream);
  };
  const schedule = (): void => {
    clearTimeout(timer);
    if (perMinute === 0) return;
    // Uneven on purpose: half to one and a half of the mean gap.
    timer = setTimeout(() => {
      next();
      schedule();
    }, (60_000 / perMinute) * (0.5 + stream.next()));
  };
  return {
    setPerMinute(rate) {
      perMinute = rate;
      schedule();
    },
    perMinute: () => perMinute,
    happen: (chance) => act(chance, asked),
    dispose() {
      perMinute = 0;
      clearTimeout(timer);
    },
  };
}
