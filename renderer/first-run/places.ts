import { FIRST_RUN_STEPS, type FirstRunStep } from '../../contract/first-run-steps.ts';

/** Where somebody is in the set-up: at a step, or at its end. */
export type Place = FirstRunStep | 'done';
/** What became of a step. */
export type Mark = 'done' | 'skipped' | 'ahead';
/** {@link Mark} of every step. */
export type Marks = Readonly<Record<FirstRunStep, Mark>>;

/** The steps that can be gone to. Agents are known from what was read, so that nobody can say who they are before the connection. */
export function stepsFor(signedIn: boolean): readonly FirstRunStep[] {
  return signedIn ? FIRST_RUN_STEPS : FIRST_RUN_STEPS.filter((step) => step !== 'identity');
}

/** The place after one; the end stays the end. */
export function placeAfter(place: Place, signedIn: boolean): Place {
  return neighbour(place, signedIn, 1) ?? 'done';
}

/** The place before one; null at the first step. */
export function placeBefore(place: Place, signedIn: boolean): Place | null {
  return neighbour(place, signedIn, -1);
}

function neighbour(place: Place, signedIn: boolean, by: 1 | -1): Place | null {
  const open = new Set<Place>([...stepsFor(signedIn), 'done']);
  const all: readonly Place[] = [...FIRST_RUN_STEPS, 'done'];
  const rest = by === 1 ? all.slice(all.indexOf(place) + 1) : all.slice(0, all.indexOf(place)).reverse();
  return rest.find((other) => open.has(other)) ?? null;
}

/** What is known of the steps when the set-up comes up at a place: those before it were gone through, and left out where nothing came of them. */
export function marksAt(place: Place, { signedIn, identified }: { signedIn: boolean; identified: boolean }): Marks {
  const gone = place === 'done' ? FIRST_RUN_STEPS.length : FIRST_RUN_STEPS.indexOf(place);
  const markOf = (step: FirstRunStep): Mark => ((step === 'connect' && !signedIn) || (step === 'identity' && !identified) ? 'skipped' : 'done');
  return Object.fromEntries(FIRST_RUN_STEPS.map((step, index) => [step, index < gone ? markOf(step) : 'ahead'])) as Marks;
}
