import { foldText } from '../search/folding.ts';

/**
 * How pressing the words are that desks use for a priority, in English, Portuguese and Spanish, folded. The API documents
 * none, and each company names its own. The schema step that first filled the column holds a copy of its day; see cache/rerank.ts.
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
/** What stands before a number that counts from the most pressing on: `P1`, `Prioridade 1`, `Sev-1`. Beside a word it says nothing more. */
const SCALES: ReadonlySet<string> = new Set(['p', 'prio', 'priority', 'prioridade', 'prioridad', 'sev', 'severity', 'severidade', 'severidad']);
/** Ranks of P0, P1, and so on; all that follow are low. */
const STEPS = [40, 40, 30, 20];
const LAST_STEP = 10;
const PART = /\p{L}+|\p{N}+/gu;

/** `P2` and its like; null for anything else. */
function onScale(parts: readonly string[]): number | null {
  const [scale, number, ...more] = parts;
  if (scale === undefined || number === undefined || more.length > 0 || !SCALES.has(scale) || !/^[0-9]+$/.test(number)) return null;
  return STEPS[Number(number)] ?? LAST_STEP;
}

/** Larger is more pressing. Bare numbers are taken by their value: which of their ends is pressing only the desk knows. Null for no priority. */
export function priorityRank(priority: string | null): number | null {
  const word = foldText(priority ?? '').folded.trim();
  if (word === '') return null;
  if (/^[0-9]+$/.test(word)) return Math.min(Number(word), HIGHEST);
  const parts = word.match(PART) ?? [];
  const said = parts.filter((part) => !SCALES.has(part) && !/^\p{N}/u.test(part)).join(' ');
  return WORDS.get(said) ?? onScale(parts) ?? UNKNOWN;
}
