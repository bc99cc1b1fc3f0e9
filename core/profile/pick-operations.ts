import type { OperationName } from '../../contract/profile/schema.ts';
import { OPERATIONS } from '../../contract/profile/schema.ts';
import type { Candidate } from './find-candidates.ts';
import { newerFirst } from './find-version.ts';
import { templateOf } from './path-template.ts';

/** The request taken for an operation in one version; `several` when others fit as well. */
export interface Pick {
  readonly candidate: Candidate;
  readonly several: boolean;
}

function order(a: Candidate, b: Candidate): number {
  return (
    b.score - a.score ||
    a.request.segments.length - b.request.segments.length ||
    b.request.parameters.length - a.request.parameters.length ||
    a.request.index - b.request.index
  );
}

function bestOf(candidates: readonly Candidate[]): Pick | null {
  const reading = candidates.filter(({ request }) => request.method === 'GET');
  const [best, ...others] = (reading.length > 0 ? reading : candidates).toSorted(order);
  if (!best) return null;
  const path = templateOf(best.request.segments, best.place.idAt);
  return { candidate: best, several: others.some((other) => other.score === best.score && templateOf(other.request.segments, other.place.idAt) !== path) };
}

/** The best request of each operation in each version, newest version first. */
export function pickOperations(candidates: readonly Candidate[]): Map<OperationName, Pick[]> {
  const picks = new Map<OperationName, Pick[]>();
  for (const operation of OPERATIONS) {
    const fitting = candidates.filter((one) => one.operation === operation);
    const versions = [...new Set(fitting.map(({ version }) => version.name))].sort(newerFirst);
    const best = versions.flatMap((name) => bestOf(fitting.filter(({ version }) => version.name === name)) ?? []);
    if (best.length > 0) picks.set(operation, best);
  }
  return picks;
}
