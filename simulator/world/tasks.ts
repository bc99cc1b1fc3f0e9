import type { Catalog } from './catalog.ts';
import { languageOf } from './consumers.ts';
import { drawSlots, fillSlots } from './corpus/corpus.ts';
import type { Item, Values } from './item.ts';
import type { Random } from './random.ts';
import { assignment, CORPORA, dueTime, PRIORITY_WEIGHTS } from './tickets.ts';

/** How a task moves on, in weights. Its states' wire spelling is not documented. */
export const NEXT_TASK_STATUS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'To do': { 'In progress': 8, Done: 2 },
  'In progress': { Done: 6, Waiting: 4 },
  Waiting: { 'In progress': 6, Done: 4 },
  Done: { 'To do': 1 },
};

const YOUNG = { 'To do': 50, 'In progress': 25, Waiting: 15, Done: 10 };
const OLD = { 'To do': 6, 'In progress': 4, Waiting: 5, Done: 85 };
const WEEK = 7 * 24 * 3_600_000;

/** Writes the field values of a task of that age (ms); `now` is server time. Without a ticket it stands alone. */
export function taskValues(catalog: Catalog, random: Random, about: { number: number; ticket: Item | undefined; consumer: Item | undefined; now: number; age: number }): Values {
  const corpus = CORPORA[languageOf(about.consumer?.values)];
  const piece = random.pick(corpus.tasks);
  const name = about.consumer?.values['name'];
  const slots = { ...drawSlots(corpus, random), consumer: typeof name === 'string' ? name : '—' };
  const status = random.weighted(about.age < WEEK ? YOUNG : OLD);
  return {
    number: `T-${about.number}`,
    title: fillSlots(piece.title, slots),
    description: random.chance(0.1) ? null : fillSlots(piece.text, slots),
    status,
    priority: random.chance(0.15) ? null : random.weighted(PRIORITY_WEIGHTS),
    ticketId: about.ticket?.id ?? null,
    departmentId: about.ticket?.values['departmentId'] ?? random.pick(catalog.departments).id,
    consumerId: about.consumer?.id ?? null,
    ...assignment(catalog, random, 0.8),
    tagIds: [],
    dueAt: status === 'Done' ? null : dueTime(about.now, random),
    checklist: random.chance(0.1) ? [{ text: 'OK?', done: false }] : null,
  };
}
