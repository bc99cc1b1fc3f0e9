import { entryId, type Catalog } from './catalog.ts';
import type { Language } from './corpus/corpus.ts';
import type { JsonValue, Values } from './item.ts';
import { COUNTRIES, COUNTRY_WEIGHTS, emailFor, personName } from './people.ts';
import type { Random } from './random.ts';

const TAG_WEIGHTS = { none: 55, retail: 14, wholesale: 8, mayorista: 6, vip: 6, overdue: 4, trial: 3, partner: 2, enterprise: 2 };

/** Writes the field values of consumers. */
export function consumerValues(catalog: Catalog, random: Random): Values {
  const countryCode = random.weighted(COUNTRY_WEIGHTS);
  const country = COUNTRIES[countryCode];
  const name = personName(country.language, random);
  const tag = random.weighted(TAG_WEIGHTS);
  const custom: Record<string, JsonValue> = {};
  const fill = (key: string, value: JsonValue): void => {
    custom[entryId(catalog.customFields, key)] = value;
  };
  fill('plan', random.pick(['Essencial', 'Profissional', 'Enterprise']));
  if (random.chance(0.6)) fill('segment', random.pick(['Varejo', 'Saúde', 'Educação', 'Indústria', 'Servicios']));
  if (random.chance(0.5)) fill('since', `${2018 + random.int(8)}-0${1 + random.int(9)}-1${random.int(10)}`);
  if (random.chance(0.4)) fill('nps', random.int(11));
  return {
    name,
    email: random.chance(0.92) ? emailFor(name, random) : null,
    phone: random.chance(0.88) ? random.digits(random.pick(country.phones)) : null,
    document: country.document !== null && random.chance(0.8) ? random.digits(country.document) : null,
    tagIds: tag === 'none' ? [] : [entryId(catalog.consumerTags, tag)],
    customFields: custom,
    // Not in any list of field candidates: a reader must live with fields it does not know.
    countryCode,
    optedOut: random.chance(0.1),
  };
}

/** The language a consumer writes in. */
export function languageOf(consumer: Values | undefined): Language {
  const code = consumer?.['countryCode'];
  return typeof code === 'string' && code in COUNTRIES ? COUNTRIES[code as keyof typeof COUNTRIES].language : 'en';
}
