import type { Random } from '../random.ts';

/** Languages that consumers write in. */
export type Language = 'pt' | 'es' | 'en';

/** A reason why someone writes. Texts hold slots: `{order}`, `{invoice}`, `{product}`, `{carrier}`, `{city}`, `{weekday}`, `{amount}`, `{days}`. */
export interface TicketCase {
  /** Keys of catalog.ts. */
  readonly department: string;
  readonly tags: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** A piece of work; `{consumer}` is a slot too. */
export interface TaskCase {
  readonly title: string;
  readonly text: string;
}

/** Everything said in one language. */
export interface Corpus {
  readonly greetings: readonly string[];
  readonly closings: readonly string[];
  readonly cases: readonly TicketCase[];
  readonly tasks: readonly TaskCase[];
  readonly products: readonly string[];
  readonly carriers: readonly string[];
  readonly cities: readonly string[];
  readonly weekdays: readonly string[];
  /** An amount of money as people there write it; `#` is a digit. */
  readonly amounts: readonly string[];
}

/** Values that the same ticket uses in its subject and its text. */
export type Slots = Readonly<Record<string, string>>;

/** Draws one value for each slot. */
export function drawSlots(corpus: Corpus, random: Random): Slots {
  return {
    order: String(30_000 + random.int(60_000)),
    invoice: String(100_000 + random.int(800_000)),
    product: random.pick(corpus.products),
    carrier: random.pick(corpus.carriers),
    city: random.pick(corpus.cities),
    weekday: random.pick(corpus.weekdays),
    amount: random.digits(random.pick(corpus.amounts)),
    days: String(2 + random.int(9)),
  };
}

/** Puts slot values into a text, which then begins with a capital; an unknown slot stays visible. */
export function fillSlots(text: string, slots: Slots): string {
  const filled = text.includes('{') ? text.replace(/\{(\w+)\}/g, (whole, name: string) => slots[name] ?? whole) : text;
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}
