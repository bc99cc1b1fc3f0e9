import type { Breach, Campaign, CampaignResult } from './campaign.ts';

/** How a campaign ended. `problem`: why it has no result, or why its result is no proof. */
export interface CampaignOutcome extends CampaignResult {
  readonly name: string;
  readonly promise: string;
  readonly seconds: number;
  readonly seed: number;
  readonly problem: string | null;
}

/** The file that `--report` writes. */
export interface FaultsReport {
  readonly mode: 'quick' | 'heavy';
  readonly startedAt: string;
  readonly node: string;
  readonly platform: string;
  readonly seconds: number;
  readonly held: boolean;
  readonly campaigns: readonly CampaignOutcome[];
}

/** The first count that is below what the promise asks for, in words; null when all are there. */
export function shortfall({ least }: Pick<Campaign, 'least'>, counts: CampaignResult['counts']): string | null {
  for (const [name, wanted] of Object.entries(least)) {
    const counted = counts[name] ?? 0;
    if (counted < wanted) return `only ${counted} ${name}, ${wanted} are needed`;
  }
  return null;
}

/** Whether a promise held: it was tried to the full and nothing broke it. */
export function held({ problem, breaches }: Pick<CampaignOutcome, 'problem' | 'breaches'>): boolean {
  return problem === null && breaches.length === 0;
}

/** Breaches shown of one campaign; the report holds all. */
const SHOWN = 5;

function breachLine({ replay, what }: Breach): string {
  return `    broken (${replay}): ${what}`;
}

/** One campaign in a few lines. */
export function outcomeLines(outcome: CampaignOutcome): string[] {
  const { name, seconds, seed, counts, notes, breaches, problem } = outcome;
  const figures = Object.entries(counts).map(([what, count]) => `${what} ${count}`).join(', ');
  return [
    `${held(outcome) ? 'held  ' : 'BROKEN'} ${name} (${seconds.toFixed(1)} s, seed ${seed}): ${figures}`,
    ...notes.map((note) => `    ${note}`),
    ...(problem === null ? [] : [`    ${problem}`]),
    ...breaches.slice(0, SHOWN).map(breachLine),
    ...(breaches.length > SHOWN ? [`    and ${breaches.length - SHOWN} more`] : []),
  ];
}
