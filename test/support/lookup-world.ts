import type { CustomFieldRecord, DepartmentRecord, TagRecord, TaskRecord, TicketRecord, ConsumerRecord } from '../../contract/models/records.ts';
import type { Entity } from '../../contract/entity.ts';
import type { Store } from '../../core/store/store.ts';
import { generateWorld } from '../../simulator/world/generate.ts';
import type { WorldRecipe } from '../../simulator/world/generate.ts';
import { visible } from '../../simulator/world/world.ts';
import type { EntityRow } from '../../simulator/world/entity-row.ts';
import type { Facts } from './lookup-queries.ts';

/** A generated company, to be stored and to be asked about without a search. */
export interface LookupWorld {
  /** Stores all of it as a first sync does, newest first. */
  fill(store: Pick<Store, 'commitPage'>): Promise<void>;
  /** The newest ticket of which all facts are true. Throws when there is none: then the list and the world have parted. */
  newest(facts: Facts): { readonly id: string; readonly number: string };
}

const PAGE = 200;
const ENTITIES = ['ticketTag', 'consumerTag', 'customField', 'department', 'consumer', 'ticket', 'task'] as const satisfies readonly Entity[];

type AnyRow = TicketRecord | TaskRecord | ConsumerRecord | DepartmentRecord | TagRecord | CustomFieldRecord;

/** A row in the words of the records, as reading the API makes it. */
function record(row: EntityRow): AnyRow {
  const blank = { number: null, color: null, document: null, channel: null, email: null, phone: null };
  const said = { ...blank, ...row, version: row.updatedAt, extra: {}, description: row['description'] ?? '' };
  return (typeof row['number'] === 'number' ? { ...said, number: String(row['number']) } : said) as unknown as AnyRow;
}

/** Makes the world of a recipe. */
export function lookupWorld(recipe: WorldRecipe): LookupWorld {
  const world = generateWorld(recipe);
  const rows = (entity: Entity): AnyRow[] => visible(world, entity).reverse().map(record);
  const named = (entity: Entity): Map<string, string> => new Map(rows(entity).map((row) => [row.id, 'name' in row ? row.name : '']));
  let known: { tickets: TicketRecord[]; consumers: Map<string, ConsumerRecord>; ticketTags: Map<string, string>; consumerTags: Map<string, string> } | undefined;
  const facts = (): NonNullable<typeof known> => (known ??= {
    tickets: rows('ticket') as TicketRecord[],
    consumers: new Map((rows('consumer') as ConsumerRecord[]).map((row) => [row.id, row])),
    ticketTags: named('ticketTag'),
    consumerTags: named('consumerTag'),
  });

  const isTrue = (ticket: TicketRecord, asked: Facts): boolean => {
    const { consumers, ticketTags, consumerTags } = facts();
    const consumer = consumers.get(ticket.consumerId ?? '');
    const number = ticket.number ?? '';
    const tags = [...ticket.tagIds.map((id) => ticketTags.get(id)), ...(consumer?.tagIds ?? []).map((id) => consumerTags.get(id))];
    const values = [...Object.values(ticket.customFields), ...Object.values(consumer?.customFields ?? {})].map(String);
    const checks: Record<keyof Facts, (wanted: string) => boolean> = {
      number: (wanted) => number === wanted,
      numberBegins: (wanted) => number !== wanted && number.startsWith(wanted),
      subject: (wanted) => ticket.subject.includes(wanted),
      consumer: (wanted) => consumer?.name.includes(wanted) === true,
      email: (wanted) => consumer?.email === wanted,
      emailPart: (wanted) => consumer?.email?.includes(wanted) === true,
      phoneEnds: (wanted) => consumer?.phone?.replace(/\D/g, '').endsWith(wanted) === true,
      document: (wanted) => consumer?.document === wanted,
      tag: (wanted) => tags.includes(wanted),
      custom: (wanted) => values.includes(wanted),
    };
    return (Object.entries(asked) as [keyof Facts, string][]).every(([fact, wanted]) => checks[fact](wanted));
  };

  return {
    async fill(store) {
      for (const entity of ENTITIES) {
        const all = rows(entity);
        for (let from = 0; from < all.length; from += PAGE) {
          await store.commitPage({ entity, rows: all.slice(from, from + PAGE), quarantined: [], source: 'baseline', baseline: true, now: recipe.start });
        }
      }
    },
    newest(asked) {
      const found = facts().tickets.find((ticket) => isTrue(ticket, asked));
      if (!found) throw new Error(`no ticket of this world has ${JSON.stringify(asked)}`);
      return { id: found.id, number: found.number ?? '' };
    },
  };
}
