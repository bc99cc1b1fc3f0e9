import { createCatalog, type Catalog, type Entry } from './catalog.ts';
import { createCollection } from './collection.ts';
import { consumerValues } from './consumers.ts';
import { valueText, type Item, type Values } from './item.ts';
import { createRowTimes, type RowTimes } from '../row-times.ts';
import { createRandom, type Random } from './random.ts';
import { taskValues } from './tasks.ts';
import { ticketValues } from './tickets.ts';
import { UnwrittenItem } from './unwritten-item.ts';
import type { World } from './world.ts';

/** What decides a world. `start` is the server time it is made at: every time in it is a fixed distance before. */
export interface WorldRecipe {
  readonly seed: number;
  readonly tickets: number;
  readonly start: number;
  /** What the rows' update times look like; exact when left out. */
  readonly times?: RowTimes;
}

const EXACT = createRowTimes();

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** How far back the company's tickets go. */
const SPAN = 120 * DAY;
/** Share of rows that a mass edit left with one and the same update time. */
const MASS_EDITED = 0.06;
/** How long ago the mass edits were. */
const MASS_EDITS = [9 * DAY + 417, 31 * DAY + 93, 64 * DAY + 250];

/** Tickets per task and per consumer, as asked of a company of that size. */
const TASKS_PER_TICKET = 0.24;
const CONSUMERS_PER_TICKET = 0.6;

function timesOf(recipe: WorldRecipe): RowTimes {
  return recipe.times ?? EXACT;
}

/** Rows that are deleted already, on top of the living ones. */
function deletedShare(living: number): number {
  return living === 0 ? 0 : Math.max(1, Math.round(living / 100));
}

/** Ages of `count` things in ms, oldest first, denser towards today, none younger than two minutes. */
function ageOf(index: number, count: number, random: Random): number {
  const place = (index + random.next()) / count;
  return Math.round(2 * MINUTE + SPAN * (1 - place) ** 2);
}

/** When a thing of that age changed last: soon after it was made, or in a mass edit. */
function lastChange(start: number, age: number, random: Random): number {
  const massEdit = MASS_EDITS.find((ago) => ago < age);
  if (massEdit !== undefined && random.chance(MASS_EDITED)) return start - massEdit;
  const life = Math.min(20 * DAY, age - MINUTE);
  return start - age + Math.round(life * random.next() ** 2);
}

/** A list of `living` rows with some tombstones strewn in; `write` gets a row's own stream, index and age, later. */
function population(recipe: WorldRecipe, name: string, living: number, write: (random: Random, index: number, age: number) => Values): Item[] {
  const writeRow = (index: number, age: number): Values => write(createRandom(recipe.seed, name, index, 'values'), index, age);
  const count = living + deletedShare(living);
  const deletedEvery = living === 0 ? 1 : Math.floor(count / deletedShare(living));
  return Array.from({ length: count }, (_, index) => {
    const random = createRandom(recipe.seed, name, index);
    const age = ageOf(index, count, random);
    const deleted = index % deletedEvery === 0 && index / deletedEvery < deletedShare(living);
    const changedAt = lastChange(recipe.start, age, random);
    const id = random.uuid();
    return new UnwrittenItem({ id, index, createdAt: recipe.start - age, age, updatedAt: timesOf(recipe).first(id, changedAt), deletedAt: deleted ? changedAt : null }, writeRow);
  });
}

/** Catalogue entries as rows, and one that was deleted long ago. */
function furniture(recipe: WorldRecipe, name: string, entries: readonly Entry[]): Item[] {
  const random = createRandom(recipe.seed, name);
  const rows = entries.map(({ id, values }, index): Item => {
    const createdAt = recipe.start - SPAN - (entries.length - index) * 7 * MINUTE;
    return { id, createdAt, updatedAt: timesOf(recipe).first(id, random.chance(0.4) ? recipe.start - SPAN : createdAt), deletedAt: null, values };
  });
  const old = entries[0];
  if (!old) return rows;
  const deletedAt = recipe.start - SPAN / 2;
  const id = random.uuid();
  return [...rows, { id, createdAt: recipe.start - SPAN, updatedAt: timesOf(recipe).first(id, deletedAt), deletedAt, values: { ...old.values, name: `${valueText(old.values['name']) ?? ''} (2023)` } }];
}

/** The consumer of a new ticket: some write far more often than others. */
function frequentConsumer(consumers: readonly Item[], random: Random): Item | undefined {
  return consumers[Math.floor(consumers.length * random.next() ** 1.5)];
}

/** First ticket number; the next tickets count on from there. */
export const FIRST_TICKET_NUMBER = 1001;
/** First task number. */
export const FIRST_TASK_NUMBER = 301;

function people(recipe: WorldRecipe, catalog: Catalog): Item[] {
  const living = recipe.tickets === 0 ? 0 : Math.max(1, Math.round(recipe.tickets * CONSUMERS_PER_TICKET));
  return population(recipe, 'consumer', living, (random) => consumerValues(catalog, random));
}

/**
 * Makes the world of a seed: the same recipe gives the same ids, texts and times. Ids and texts do not depend on
 * `start`. The counts of living rows are exact; deleted rows come on top.
 */
export function generateWorld(recipe: WorldRecipe): World {
  const { seed, start } = recipe;
  const catalog = createCatalog(seed);
  const consumers = people(recipe, catalog);
  const livingConsumers = consumers.filter(({ deletedAt }) => deletedAt === null);
  const tickets = population(recipe, 'ticket', recipe.tickets, (random, index, age) =>
    ticketValues(catalog, random, { number: FIRST_TICKET_NUMBER + index, consumer: frequentConsumer(livingConsumers, random), now: start, age }));
  const consumerById = new Map(consumers.map((consumer) => [consumer.id, consumer]));
  const livingTickets = tickets.filter(({ deletedAt }) => deletedAt === null);
  const tasks = population(recipe, 'task', Math.round(recipe.tickets * TASKS_PER_TICKET), (random, index, age) => {
    const ticket = random.chance(0.85) ? random.pick(livingTickets) : undefined;
    const consumer = consumerById.get(valueText(ticket?.values['consumerId']) ?? '') ?? frequentConsumer(livingConsumers, random);
    return taskValues(catalog, random, { number: FIRST_TASK_NUMBER + index, ticket, consumer, now: start, age });
  });
  return {
    seed,
    catalog,
    collections: {
      ticket: createCollection(tickets),
      task: createCollection(tasks),
      consumer: createCollection(consumers),
      department: createCollection(furniture(recipe, 'department', catalog.departments)),
      ticketTag: createCollection(furniture(recipe, 'ticketTag', catalog.ticketTags)),
      consumerTag: createCollection(furniture(recipe, 'consumerTag', catalog.consumerTags)),
      customField: createCollection(furniture(recipe, 'customField', catalog.customFields)),
    },
  };
}
