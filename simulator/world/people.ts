import type { Language } from './corpus/corpus.ts';
import type { Random } from './random.ts';

/** Where a consumer lives; `#` in a pattern is a digit. Phone ranges that are reserved for fiction are used where a country has one. */
export interface Country {
  readonly language: Language;
  readonly phones: readonly string[];
  /** Tax or identity number; null where people are not asked for one. */
  readonly document: string | null;
}

/** Countries by code. */
export const COUNTRIES = {
  BR: { language: 'pt', phones: ['+55 11 95550-####', '+55 21 95551-####', '+55 31 95552-####', '+55 81 95553-####', '+55 48 95554-####'], document: '###.###.###-##' },
  MX: { language: 'es', phones: ['+52 55 5550 ####', '+52 81 5551 ####', '+52 33 5552 ####'], document: 'XAXX######0A#' },
  AR: { language: 'es', phones: ['+54 9 11 5550-####', '+54 9 351 555-####'], document: '20-########-#' },
  CO: { language: 'es', phones: ['+57 300 555 ####', '+57 310 555 ####'], document: 'CC 1.0##.###.###' },
  CL: { language: 'es', phones: ['+56 9 5550 ####', '+56 9 5551 ####'], document: '1#.###.###-#' },
  US: { language: 'en', phones: ['+1 (512) 555-01##', '+1 (305) 555-01##', '+1 (720) 555-01##'], document: null },
  GB: { language: 'en', phones: ['+44 7700 900###'], document: null },
} as const satisfies Record<string, Country>;

/** Share of consumers by country, in percent. */
export const COUNTRY_WEIGHTS = { BR: 50, MX: 14, AR: 10, CO: 8, CL: 6, US: 8, GB: 4 };

interface NamePool {
  readonly first: readonly string[];
  readonly last: readonly string[];
}

const NAMES: Readonly<Record<Language, NamePool>> = {
  pt: {
    first: ['Ana Beatriz', 'João Pedro', 'Conceição', 'Thiago', 'Luísa', 'Antônio', 'Márcia', 'Érica', 'Caio', 'Flávia', 'Otávio', 'Júlia', 'Renato', 'Patrícia', 'Vinícius', 'Letícia', 'Sérgio', 'Mônica', 'Davi', 'Heloísa', 'Fábio', 'Tainá', 'Gustavo', 'Raíssa', 'Murilo', 'Débora', 'Ícaro', 'Cecília', 'Rogério', 'Yasmin'],
    last: ['Gonçalves', 'Araújo', 'Magalhães', 'Souza', 'Assunção', 'Figueiredo', 'Falcão', 'Brandão', 'Simões', 'Antunes', 'Guimarães', 'Cordeiro', 'Peixoto', 'Vilaça', 'Damasceno', 'Tavares', 'Leitão', 'Queiroz', 'Aragão', 'Pacheco', 'Sá', 'Moraes', 'Fagundes'],
  },
  es: {
    first: ['María José', 'José Ángel', 'Lucía', 'Andrés', 'Sofía', 'Martín', 'Ximena', 'Iñaki', 'Valentina', 'Joaquín', 'Camila', 'Sebastián', 'Belén', 'Óscar', 'Renata', 'Matías', 'Inés', 'Tomás', 'Paola', 'Germán', 'Noemí', 'Efraín', 'Araceli', 'Ramón'],
    last: ['Muñoz', 'Peña', 'Núñez', 'Ibáñez', 'Cárdenas', 'Gutiérrez', 'Ordóñez', 'Salazar', 'Quiñones', 'Restrepo', 'Zúñiga', 'Villarreal', 'Bermúdez', 'Galván', 'Escobar', 'Tévez', 'Rincón', 'Arriaga', 'Solís', 'Uribe'],
  },
  en: {
    first: ['Emily', 'Marcus', 'Priya', 'Owen', 'Zoë', 'Daniel', 'Aisha', 'Connor', 'Grace', 'Tyler', 'Naomi', 'Ethan', 'Chloé', 'Ravi', 'Hannah', 'Liam'],
    last: ['Whitfield', 'Okafor', 'Brooks', 'Hargreaves', 'Patel', 'O’Connor', 'Sinclair', 'Rowe', 'Castellano', 'Nguyen', 'Ashworth', 'Delgado', 'Fletcher', 'McAllister'],
  },
};

/** Brazilian middle names. */
const MIDDLE_NAMES = ['da Silva', 'dos Santos', 'de Oliveira', 'de Moraes', 'do Amaral', 'da Conceição', 'de Sá'];

/** Domains under the reserved name `.example`, so that no address belongs to anyone. */
const DOMAINS = ['lojasaurora', 'padariasolar', 'grupomirante', 'clinicavida', 'ferragenslima', 'correio', 'distribuidorandina', 'mueblesroble', 'tiendaluna', 'correo', 'estudiopampa', 'harborfoods', 'brightdesk', 'mail'].map((name) => `${name}.example`);

/** A full name as people of that language write it. */
export function personName(language: Language, random: Random): string {
  const pool = NAMES[language];
  const first = random.pick(pool.first);
  const last = random.pick(pool.last);
  if (language === 'pt') return random.chance(0.35) ? `${first} ${random.pick(MIDDLE_NAMES)} ${last}` : `${first} ${last}`;
  return language === 'es' ? `${first} ${last} ${random.pick(pool.last)}` : `${first} ${last}`;
}

/** An e-mail address made of a name; accents are folded as mail systems want. */
export function emailFor(name: string, random: Random): string {
  const words = name.normalize('NFD').replace(/[^A-Za-z ]/g, '').toLowerCase().split(' ').filter((word) => word.length > 2);
  const suffix = random.chance(0.3) ? random.digits('##') : '';
  return `${words[0] ?? 'contato'}.${words.at(-1) ?? 'geral'}${suffix}@${random.pick(DOMAINS)}`;
}
