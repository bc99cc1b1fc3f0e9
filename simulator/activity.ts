import type { Entity } from '../contract/entity.ts';
import type { SimulatorClock } from './clock.ts';
import type { ChangeEvent, QuietChange } from './event-log.ts';
import type { FieldPatch, Mutations } from './mutations.ts';
import { systemAfter, type After } from './timers.ts';
import type { Hidden } from './world/collection.ts';
import type { Item } from './world/item.ts';
import { lifeChange } from './world/life.ts';
import { newcomerValues } from './world/newcomers.ts';
import type { Random } from './world/random.ts';
import type { World } from './world/world.ts';

/** Things that happen in a support team, in weights. */
const HAPPENINGS = { 'create ticket': 22, 'update ticket': 55, 'create task': 7, 'update task': 10, 'create consumer': 1, 'update consumer': 5 };

/** What is to happen; whatever is not given is left to chance. `fields` fill in what a newcomer says, or are all that an update changes. */
export interface Chance {
  readonly action: 'create' | 'update' | 'delete' | QuietChange;
  readonly entity: Entity;
  readonly id?: string;
  readonly fields?: FieldPatch;
  /** Whether a webhook tells of a {@link QuietChange}. */
  readonly tell?: boolean;
}

/** Which rows a change can fall on when none is named: an undoing needs a row that is hidden in that way. */
const UNDOES: Partial<Record<Chance['action'], Hidden>> = { permit: 'forbidden', list: 'unlisted' };

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
export function createActivity(parts: { world: World; clock: SimulatorClock; mutations: Mutations; stream: Random; asked: Random; after?: After }): Activity {
  const { world, clock, mutations, stream, asked, after = systemAfter } = parts;
  let perMinute = 0;
  let cancel: () => void = () => undefined;

  const choose = (action: Chance['action'], entity: Entity, random: Random): Item | undefined => {
    const rows = world.collections[entity];
    const undone = UNDOES[action];
    return undone === undefined ? rows.pick(random) : rows.get(rows.hiddenIds(undone)[0] ?? '');
  };
  const change = (item: Item, { action, entity, fields, tell = false }: Chance, random: Random): ChangeEvent | null => {
    switch (action) {
      case 'create':
        return null;
      case 'update':
        return mutations.update(entity, item.id, fields ?? lifeChange(world, entity, item, random, clock.now()));
      case 'delete':
        return mutations.remove(entity, item.id);
      default:
        return mutations.quietly(action, entity, item.id, { tell });
    }
  };
  const act = (chance: Chance, random: Random): ChangeEvent | null => {
    const { action, entity, id, fields } = chance;
    if (action === 'create') return mutations.create(entity, { ...newcomerValues(world, entity, random, clock.now()), ...fields }, id ?? random.uuid());
    const item = id === undefined ? choose(action, entity, random) : world.collections[entity].get(id);
    return item ? change(item, chance, random) : null;
  };
  const next = (): void => {
    const [action, entity] = stream.weighted(HAPPENINGS).split(' ') as ['create' | 'update', Entity];
    act({ action, entity }, stream);
  };
  const schedule = (): void => {
    cancel();
    if (perMinute === 0) return;
    // Uneven on purpose: half to one and a half of the mean gap.
    cancel = after((60_000 / perMinute) * (0.5 + stream.next()), () => {
      next();
      schedule();
    });
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
      cancel();
    },
  };
}
