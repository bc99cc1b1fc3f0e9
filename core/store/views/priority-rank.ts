import { foldText } from '../search/folding.ts';

/**
 * How pressing the words are that desks use for a priority, in English, Portuguese and Spanish, folded. The API documents
 * none, and each company names its own. The schema step that first filled the column holds a copy of its day.
 */
const WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    40: 'urgent,urgente,urgentissimo,critical,critica,critico,emergency,emergencia,emergencial,immediate,imediata,imediato,inmediata,inmediato,blocker,highest,altissima,altisima,muito alta,muy alta,maxima',
    30: 'high,alta,alto,important,importante,major,elevada,elevado',
    20: 'normal,medium,media,medio,moderate,moderada,moderado,regular',
    10: 'low,baixa,baixo,baja,bajo,minor,lowest,muito baixa,muy baja,minima,trivial',
  }).flatMap(([rank, words]) => words.split(',').map((word): [string, number] => [word, Number(rank)])),
);
/** Words nobody taught us are neither first nor last. */
const UNKNOWN = 20;
/** A rank is a number a database can hold, whatever a server sends. */
const HIGHEST = 1_000_000_000;

/** Larger is more pressing; numbers are taken by their value. Null for no priority. */
export function priorityRank(priority: string | null): number | null {
  const word = foldText(priority ?? '').folded.trim();
  if (word === '') return null;
  return /^[0-9]+$/.test(word) ? Math.min(Number(word), HIGHEST) : (WORDS.get(word) ?? UNKNOWN);
}
