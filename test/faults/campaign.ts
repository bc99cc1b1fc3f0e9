/** What a campaign may use. */
export interface CampaignContext {
  /** The short version, part of `npm test`: at least the least counts of the promise, in a couple of minutes. */
  readonly quick: boolean;
  /** Where the campaign's random choices begin; the same seed plays the same campaign. */
  readonly seed: number;
  /** Prints a line of progress. */
  say(this: void, line: string): void;
  /** Aborts on Ctrl+C: the campaign ends soon with what it has. */
  readonly signal: AbortSignal;
}

/** One broken promise. */
export interface Breach {
  /** Seed, path or step with which it can be played again. */
  readonly replay: string;
  readonly what: string;
}

/** What a campaign did. Every number was counted while it ran. */
export interface CampaignResult {
  readonly counts: Readonly<Record<string, number>>;
  /** Anything else worth reading, such as percentiles or why a part could not run here. */
  readonly notes: readonly string[];
  readonly breaches: readonly Breach[];
}

/** A promise together with the faults that try to break it. */
export interface Campaign {
  readonly name: string;
  /** The promise in one sentence. */
  readonly promise: string;
  /** What must at least have been counted; a run with less proves nothing and fails. */
  readonly least: Readonly<Record<string, number>>;
  run(context: CampaignContext): Promise<CampaignResult>;
}
