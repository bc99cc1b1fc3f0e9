import { entryId, type Catalog } from './catalog.ts';
import { languageOf } from './consumers.ts';
import { drawSlots, fillSlots, type Corpus, type Language, type Slots, type TicketCase } from './corpus/corpus.ts';
import { ENGLISH } from './corpus/english.ts';
import { PORTUGUESE } from './corpus/portuguese.ts';
import { SPANISH } from './corpus/spanish.ts';
import type { Item, JsonValue, Values } from './item.ts';
import type { Random } from './random.ts';

/** What is said, by language. */
export const CORPORA: Readonly<Record<Language, Corpus>> = { pt: PORTUGUESE, es: SPANISH, en: ENGLISH };

/** How a ticket moves on, in weights. The states' wire spelling is not documented; screens print them as they come. */
export const NEXT_STATUS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  Open: { Pending: 5, 'Waiting on customer': 4, Resolved: 3 },
  Pending: { Open: 2, 'Waiting on customer': 3, Resolved: 5 },
  'Waiting on customer': { Open: 6, Resolved: 3, Closed: 1 },
  Resolved: { Closed: 7, Open: 3 },
  Closed: { Open: 1 },
};

/** Priorities in weights; 5 % of tickets have none. */
export const PRIORITY_WEIGHTS = { Low: 15, Normal: 55, High: 20, Urgent: 10 };

const CHANNEL_WEIGHTS = { WhatsApp: 45, 'E-mail': 25, Chat: 12, Phone: 10, Instagram: 5, 'Web form': 3 };
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Status weights up to an age: what is old is mostly closed. */
const STATUS_BY_AGE: readonly { readonly below: number; readonly weights: Readonly<Record<string, number>> }[] = [
  { below: HOUR, weights: { Open: 80, Pending: 12, 'Waiting on customer': 8 } },
  { below: DAY, weights: { Open: 48, Pending: 20, 'Waiting on customer': 18, Resolved: 12, Closed: 2 } },
  { below: 7 * DAY, weights: { Open: 24, Pending: 18, 'Waiting on customer': 16, Resolved: 24, Closed: 18 } },
  { below: Infinity, weights: { Open: 3, Pending: 3, 'Waiting on customer': 4, Resolved: 15, Closed: 75 } },
];

/** When something unfinished is due: from a little overdue to some days ahead, in half hours from `now`; sometimes never. */
export function dueTime(now: number, random: Random): number | null {
  return random.chance(0.2) ? null : now + (random.int(230) - 36) * 30 * 60_000;
}

/** Someone to work on it, or nobody. */
export function assignment(catalog: Catalog, random: Random, probability: number): { assigneeId: string | null; assigneeName: string | null } {
  const agent = random.chance(probability) ? random.pick(catalog.agents) : null;
  return { assigneeId: agent?.id ?? null, assigneeName: agent?.name ?? null };
}

/** What the consumer wrote; now and then nothing. */
function description(corpus: Corpus, topic: TicketCase, slots: Slots, random: Random): string | null {
  if (random.chance(0.04)) return null;
  return `${random.pick(corpus.greetings)}\n\n${fillSlots(topic.text, slots)}\n\n${random.pick(corpus.closings)}`;
}

function priority(topic: TicketCase, random: Random): string | null {
  if (topic.tags.includes('urgent')) return 'Urgent';
  return random.chance(0.05) ? null : random.weighted(PRIORITY_WEIGHTS);
}

/** What agents filled in; most leave most of it empty. */
function customValues(catalog: Catalog, random: Random, order: string | null): Record<string, JsonValue> {
  const values: Record<string, JsonValue> = {};
  const fill = (key: string, value: JsonValue): void => {
    values[entryId(catalog.customFields, key)] = value;
  };
  if (order !== null) fill('order', order);
  if (random.chance(0.3)) fill('reason', random.pick(['Dúvida', 'Reclamação', 'Solicitação', 'Elogio']));
  if (random.chance(0.15)) fill('invoiceAmount', random.int(400_000) / 100);
  if (random.chance(0.15)) fill('firstContact', random.chance(0.5));
  return values;
}

/** Writes the field values of a ticket of that age (ms) whose consumer is known; `now` is server time. */
export function ticketValues(catalog: Catalog, random: Random, about: { number: number; consumer: Item | undefined; now: number; age: number }): Values {
  const corpus = CORPORA[languageOf(about.consumer?.values)];
  const topic = random.pick(corpus.cases);
  const slots = drawSlots(corpus, random);
  const status = random.weighted(STATUS_BY_AGE.find(({ below }) => about.age < below)?.weights ?? { Closed: 1 });
  const finished = status === 'Resolved' || status === 'Closed';
  return {
    number: about.number,
    subject: fillSlots(topic.subject, slots),
    description: description(corpus, topic, slots, random),
    status,
    priority: priority(topic, random),
    channel: random.weighted(CHANNEL_WEIGHTS),
    departmentId: entryId(catalog.departments, topic.department),
    consumerId: about.consumer?.id ?? null,
    ...assignment(catalog, random, about.age < HOUR ? 0.4 : 0.85),
    tagIds: topic.tags.map((key) => entryId(catalog.ticketTags, key)),
    customFields: customValues(catalog, random, `${topic.subject}${topic.text}`.includes('{order}') ? (slots['order'] ?? null) : null),
    dueAt: finished ? null : dueTime(about.now, random),
    // Not in any list of field candidates: a reader must live with fields it does not know.
    reopenedCount: random.chance(0.1) ? 1 + random.int(2) : 0,
    satisfaction: status === 'Closed' && random.chance(0.5) ? { score: 2 + random.int(4), comment: null } : null,
  };
}
